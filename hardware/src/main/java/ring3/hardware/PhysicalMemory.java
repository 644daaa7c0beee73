package ring3.hardware;

import org.jspecify.annotations.Nullable;

/// The RAM of the computer in frames of 4 KiB. A frame gets its bytes when somebody first touches
/// it, so a big memory costs nothing until it is used. Numbers lie in it little-endian.
public final class PhysicalMemory {
    /// Bytes in a frame, which is also the size of a page.
    public static final int FRAME_BYTES = 4096;

    /// How far an address is shifted to the right to get the number of its frame.
    static final int FRAME_SHIFT = 12;

    private static final int OFFSET_MASK = FRAME_BYTES - 1;

    private final byte[] @Nullable [] frames;

    /// A memory of `bytes` zeros, rounded up to whole frames.
    public PhysicalMemory(int bytes) {
        frames = new byte[(bytes + OFFSET_MASK) >>> FRAME_SHIFT][];
    }

    /// How many frames there are; their numbers start at 0.
    public int frames() {
        return frames.length;
    }

    /// The bytes of a frame themselves, not a copy: whoever writes into the array writes the
    /// memory.
    public byte[] frame(int number) {
        byte[] frame = frames[number];
        if (frame == null) {
            frame = new byte[FRAME_BYTES];
            frames[number] = frame;
        }
        return frame;
    }

    /// Reads `width` bytes (1, 2 or 4) at a physical address, zero-extended. They must lie in one
    /// frame: paging maps neighbours apart, so whoever crosses a frame has to ask twice.
    public int read(int address, int width) {
        byte[] frame = frame(address >>> FRAME_SHIFT);
        int offset = offset(address, width);
        int value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = (value << 8) | (frame[offset + i] & 0xff);
        }
        return value;
    }

    /// Writes the low `width` bytes (1, 2 or 4) of `value`, within one frame as for [#read].
    public void write(int address, int value, int width) {
        byte[] frame = frame(address >>> FRAME_SHIFT);
        int offset = offset(address, width);
        for (int i = 0; i < width; i++) {
            frame[offset + i] = (byte) (value >>> (8 * i));
        }
    }

    private static int offset(int address, int width) {
        int offset = address & OFFSET_MASK;
        assert offset + width <= FRAME_BYTES : "an access must not cross a frame";
        return offset;
    }
}
