package ring3.components.servers.mfs;

import ring3.syslib.Memory;

/// Which inodes or zones are in use, one bit each, on the disk (minix: fs/mfs/super.c). Bit 0 is
/// never handed out.
final class Bitmap {
    /// What [#allocate(int)] answers when every bit is set.
    static final int NONE = -1;

    private static final int BITS = Integer.SIZE;

    private final BlockCache cache;
    private final Memory memory;
    private final int firstBlock;
    private final int bits;
    private final int bitsPerBlock;

    /// The bitmap from `firstBlock` on; bits `1` to `bits - 1` count.
    Bitmap(BlockCache cache, int firstBlock, int bits) {
        this.cache = cache;
        this.memory = cache.memory();
        this.firstBlock = firstBlock;
        this.bits = bits;
        this.bitsPerBlock = cache.blockSize() * Byte.SIZE;
    }

    /// Sets the next clear bit from `from` on, or else from the start, and returns it; [#NONE] when
    /// there is none. Asking for what lies behind the last one keeps files together.
    int allocate(int from) {
        int bit = clearBit(from, bits);
        if (bit == NONE) {
            bit = clearBit(1, from);
        }
        if (bit != NONE) {
            change(bit);
        }
        return bit;
    }

    /// Clears a bit; false when it was not set.
    boolean free(int bit) {
        if (!isSet(bit)) {
            return false;
        }
        change(bit);
        return true;
    }

    /// Whether a bit is set.
    boolean isSet(int bit) {
        return (memory.getInt(wordAddress(bit)) & mask(bit)) != 0;
    }

    /// How many bits are clear.
    int countFree() {
        int free = 0;
        for (int bit = clearBit(1, bits); bit != NONE; bit = clearBit(bit + 1, bits)) {
            free++;
        }
        return free;
    }

    private int clearBit(int from, int to) {
        int bit = from;
        while (bit < to) {
            int candidates = ~memory.getInt(wordAddress(bit)) & -mask(bit);
            if (candidates != 0) {
                int found = (bit & -BITS) + Integer.numberOfTrailingZeros(candidates);
                return found < to ? found : NONE;
            }
            bit = (bit & -BITS) + BITS;
        }
        return NONE;
    }

    private void change(int bit) {
        int address = wordAddress(bit);
        memory.putInt(address, memory.getInt(address) ^ mask(bit));
        cache.markDirty(block(bit));
    }

    private int wordAddress(int bit) {
        return cache.load(block(bit)) + bit % bitsPerBlock / BITS * Integer.BYTES;
    }

    private int block(int bit) {
        return firstBlock + bit / bitsPerBlock;
    }

    private static int mask(int bit) {
        return 1 << bit % BITS;
    }
}
