package ring3.kernel.core;

import module java.base;
import module ring3.events;

import ring3.kernel.boot.BootModule;

/// The boot image in physical memory and the boot parameters, as whoever started the machine left
/// them there. Frames are handed out one after another until vm takes over.
public final class BootInfo {
    /// The first MiB belongs to the devices, the firmware and the kernel.
    public static final int KERNEL_BYTES = 0x100000;

    public final List<BootModule> modules;

    /// Where in physical memory the image of each module lies.
    public final int[] addresses;

    /// The first of the frames that each module got for its memory.
    public final int[] frames;

    /// How many pages of memory each module got.
    public final int[] pages;

    private final List<String> parameters;
    private final PhysicalMemory memory;
    private int next = KERNEL_BYTES / PhysicalMemory.FRAME_BYTES;

    BootInfo(List<BootModule> modules, List<String> parameters, PhysicalMemory memory) {
        this.modules = List.copyOf(modules);
        this.parameters = List.copyOf(parameters);
        this.memory = memory;
        addresses = new int[modules.size()];
        frames = new int[modules.size()];
        pages = new int[modules.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = place(modules.get(i).image());
        }
    }

    private int place(byte[] image) {
        int first = next;
        if (allocate(pages(image.length))) {
            for (int done = 0; done < image.length; done += PhysicalMemory.FRAME_BYTES) {
                int chunk = Math.min(PhysicalMemory.FRAME_BYTES, image.length - done);
                byte[] frame = memory.frame(first + done / PhysicalMemory.FRAME_BYTES);
                System.arraycopy(image, done, frame, 0, chunk);
            }
        }
        return first * PhysicalMemory.FRAME_BYTES;
    }

    private boolean allocate(int pages) {
        next += pages;
        return next <= memory.frames();
    }

    private static int pages(int bytes) {
        return (bytes + PhysicalMemory.FRAME_BYTES - 1) / PhysicalMemory.FRAME_BYTES;
    }

    /// Maps `bytes` for the process of module `index`. Returns false when there is not so much.
    public boolean map(int index, AddressSpace target, int bytes) {
        int first = next;
        frames[index] = first;
        pages[index] = pages(bytes);
        if (!allocate(pages[index])) {
            return false;
        }
        for (int page = 0; page < pages[index]; page++) {
            target.map(AddressSpace.BASE + page * AddressSpace.PAGE_BYTES, first + page, true);
        }
        return true;
    }

    /// The first frame that nobody uses.
    public int firstFree() {
        return next;
    }

    /// The value of a boot parameter; empty when there is none.
    public String parameter(String name) {
        for (String parameter : parameters) {
            if (parameter.startsWith(name + "=")) {
                return parameter.substring(name.length() + 1);
            }
        }
        return "";
    }

    /// The boot parameters, each ended by a zero byte.
    public byte[] parameters() {
        return (String.join("\0", parameters) + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
    }
}
