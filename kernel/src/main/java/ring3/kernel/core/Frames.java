package ring3.kernel.core;

import ring3.hardware.PhysicalMemory;

/// The free frames of physical memory, and how many address spaces share each used one.
final class Frames {
    /// The first MiB belongs to the devices and the firmware.
    private static final int FIRST = 0x100000 / PhysicalMemory.FRAME_BYTES;

    /// Not a frame: frame 0 is never handed out.
    static final int NONE = 0;

    private final PhysicalMemory memory;
    private final int[] users;
    private final int[] free;
    private int freeCount;

    Frames(PhysicalMemory memory) {
        this.memory = memory;
        users = new int[memory.frames()];
        free = new int[memory.frames()];
        for (int frame = memory.frames() - 1; frame >= FIRST; frame--) {
            free[freeCount++] = frame;
        }
    }

    int free() {
        return freeCount;
    }

    /// A frame of zeros. The caller has made sure that one is free.
    int allocate() {
        int frame = free[--freeCount];
        users[frame] = 1;
        java.util.Arrays.fill(bytes(frame), (byte) 0);
        return frame;
    }

    void share(int frame) {
        users[frame]++;
    }

    boolean isShared(int frame) {
        return users[frame] > 1;
    }

    void release(int frame) {
        if (--users[frame] == 0) {
            free[freeCount++] = frame;
        }
    }

    byte[] bytes(int frame) {
        return memory.frame(frame);
    }
}
