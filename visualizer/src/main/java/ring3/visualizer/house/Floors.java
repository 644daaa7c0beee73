package ring3.visualizer.house;

import java.util.List;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Resident;

/// Where the boxes of processes stand: each kind in its own layer, but a process in kernel mode
/// below the boundary, beside the parts of the kernel. Its place above stays empty, so that people
/// see whence it was taken.
final class Floors {
    private final List<Resident> residents;
    private final List<Resident> inKernel;

    Floors(LabFrame frame) {
        residents = frame.census().residents();
        inKernel = residents.stream().filter(resident -> isInKernel(frame, resident)).toList();
    }

    private static boolean isInKernel(LabFrame frame, Resident resident) {
        ProcessSnapshot process = frame.snapshot().process(resident.endpoint());
        return process != null && process.kernelMode();
    }

    /// Whether a process runs in kernel mode.
    boolean isInKernel(Resident resident) {
        return inKernel.contains(resident);
    }

    Layer floor(Resident resident) {
        return isInKernel(resident) ? Layer.KERNEL : Layer.of(resident.kind());
    }

    /// The place of a process on its floor.
    int place(Resident resident) {
        return isInKernel(resident)
                ? KernelPart.values().length + inKernel.indexOf(resident)
                : resident.place();
    }

    /// How many places the floor of a process has.
    int places(Resident resident) {
        return isInKernel(resident) ? kernelPlaces() : places(Layer.of(resident.kind()));
    }

    /// How many places the kernel's floor has.
    int kernelPlaces() {
        return KernelPart.values().length + inKernel.size();
    }

    private int places(Layer layer) {
        int places = 0;
        for (Resident other : residents) {
            if (Layer.of(other.kind()) == layer) {
                places = Math.max(places, other.place() + 1);
            }
        }
        return places;
    }
}
