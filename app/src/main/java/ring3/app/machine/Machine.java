package ring3.app.machine;

import ring3.app.disk.ReadFileSystem;
import ring3.events.Observer;
import ring3.hardware.Computer;
import ring3.hardware.DiskImage;
import ring3.hardware.DiskTiming;
import ring3.hardware.OverlayImage;
import ring3.kernel.Kernel;

/// A computer with the whole system on it, ready to run.
public final class Machine {
    private static final int MEMORY_BYTES = 64 * 1024 * 1024;

    private final DiskImage systemDisk;
    private final Computer computer;
    private final Kernel kernel;

    /// A machine that has just been switched on; `observer` sees everything from the first event.
    public Machine(MachineSpec spec, Observer observer) {
        systemDisk = new OverlayImage(spec.systemDisk());
        computer = new Computer(MEMORY_BYTES, systemDisk, spec.secondDisk(), DiskTiming.DEFAULT);
        computer.iommu().setEnabled(spec.iommu());
        kernel =
                new Kernel(
                        computer,
                        Components.bootImage(
                                spec.environment(), new ReadFileSystem(bytes(spec.systemDisk()))),
                        spec.environment(),
                        spec.costs(),
                        Components::load,
                        observer);
    }

    private static byte[] bytes(DiskImage disk) {
        byte[] bytes = new byte[(int) disk.sectors() * DiskImage.SECTOR_BYTES];
        for (int sector = 0; sector < disk.sectors(); sector++) {
            disk.read(sector, bytes, sector * DiskImage.SECTOR_BYTES);
        }
        return bytes;
    }

    /// The hardware: its keyboard, its serial lines, its screen.
    public Computer computer() {
        return computer;
    }

    /// Drive 0 as the machine has changed it.
    public DiskImage systemDisk() {
        return systemDisk;
    }

    /// The kernel: run it, look at it, disturb it.
    public Kernel kernel() {
        return kernel;
    }
}
