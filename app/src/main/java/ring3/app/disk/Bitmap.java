package ring3.app.disk;

import java.nio.ByteBuffer;

/// Which inodes or zones are in use, one bit each, bit 0 for none of them.
final class Bitmap {
    /// What [#take] answers when every bit is set.
    static final int NONE = -1;

    private final Blocks blocks;
    private final int firstBlock;
    private final int bits;
    private final int bitsPerBlock;

    /// All bits below are set.
    private int lowest = 1;

    /// The bitmap from `firstBlock` on, of which bits 1 to `bits - 1` stand for something.
    Bitmap(Blocks blocks, int firstBlock, int bits) {
        this.blocks = blocks;
        this.firstBlock = firstBlock;
        this.bits = bits;
        bitsPerBlock = blocks.blockSize() * Byte.SIZE;
    }

    /// Sets the bits that stand for nothing: the first, and those up to the end of `mapBlocks`.
    void format(int mapBlocks) {
        set(0);
        for (long bit = bits; bit < (long) mapBlocks * bitsPerBlock; bit++) {
            set((int) bit);
        }
    }

    boolean isSet(int bit) {
        return (blocks.read(block(bit)).get(place(bit)) & mask(bit)) != 0;
    }

    /// Sets the lowest bit that is clear and returns it, or [#NONE].
    int take() {
        while (lowest < bits && isSet(lowest)) {
            lowest++;
        }
        if (lowest >= bits) {
            return NONE;
        }
        set(lowest);
        return lowest++;
    }

    /// Clears a bit.
    void clear(int bit) {
        ByteBuffer block = blocks.write(block(bit));
        block.put(place(bit), (byte) (block.get(place(bit)) & ~mask(bit)));
        lowest = Math.min(lowest, bit);
    }

    private void set(int bit) {
        ByteBuffer block = blocks.write(block(bit));
        block.put(place(bit), (byte) (block.get(place(bit)) | mask(bit)));
    }

    private int block(int bit) {
        return firstBlock + bit / bitsPerBlock;
    }

    private int place(int bit) {
        return bit % bitsPerBlock / Byte.SIZE;
    }

    private static int mask(int bit) {
        return 1 << bit % Byte.SIZE;
    }
}
