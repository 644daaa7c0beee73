package ring3.app.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.hardware.CostModel;
import ring3.hardware.DiskImage;

/// What a machine is made of.
///
/// @param systemDisk drive 0; the machine's changes to it are forgotten
/// @param secondDisk drive 1, or null; the machine writes to it as it is
/// @param environment what init is told, `NAME=value` each
/// @param costs what things cost in virtual time
/// @param iommu whether the IOMMU is on; without it devices reach all memory
public record MachineSpec(
        DiskImage systemDisk,
        @Nullable DiskImage secondDisk,
        List<String> environment,
        CostModel costs,
        boolean iommu) {
    public MachineSpec {
        environment = List.copyOf(environment);
    }
}
