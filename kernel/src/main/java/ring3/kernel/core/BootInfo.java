package ring3.kernel.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ring3.kernel.boot.BootModule;

/// The boot image in physical memory and the boot parameters, as whoever started the machine left
/// them there.
public final class BootInfo {
    private final List<BootModule> modules;
    private final List<Integer> addresses = new ArrayList<>();
    private final byte[] parameters;

    BootInfo(List<BootModule> modules, List<String> parameters, Frames frames) {
        this.modules = List.copyOf(modules);
        this.parameters =
                (String.join("\0", parameters) + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
        for (BootModule module : modules) {
            addresses.add(place(module.image(), frames));
        }
    }

    /// Frames are free in ascending order at boot, so an image lies in one piece.
    private static int place(byte[] image, Frames frames) {
        int first = 0;
        for (int done = 0; done < Math.max(image.length, 1); done += AddressSpace.PAGE_BYTES) {
            int frame = frames.allocate();
            first = done == 0 ? frame : first;
            assert frame == first + done / AddressSpace.PAGE_BYTES : "the image is in one piece";
            int chunk = Math.min(AddressSpace.PAGE_BYTES, image.length - done);
            System.arraycopy(image, done, frames.bytes(frame), 0, chunk);
        }
        return first * AddressSpace.PAGE_BYTES;
    }

    /// The modules of the boot image.
    public List<BootModule> modules() {
        return modules;
    }

    /// Where in physical memory the image of module `index` lies.
    public int address(int index) {
        return addresses.get(index);
    }

    /// The boot parameters, each ended by a zero byte.
    public byte[] parameters() {
        return parameters.clone();
    }
}
