package ring3.app.drive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// What a MINIX V3 file system says of itself, read on the host to tell a wrong file before a
/// machine is built around it (minix: fs/mfs/super.h). The file server checks far more.
final class Superblock {
    /// Where it lies on every disk, and where what we need of it ends.
    static final int OFFSET = 1024;

    static final int BYTES = 32;

    private static final int ZONES = 20;
    private static final int MAGIC = 24;
    private static final int BLOCK_SIZE = 28;
    private static final int MAGIC_V3 = 0x4d5a;
    private static final int BLOCK_SIZE_MIN = 1024;
    private static final int BLOCK_SIZE_MAX = 4096;

    private Superblock() {}

    /// Why a file of `length` bytes with this superblock is no disk for us, or null.
    static @Nullable String fault(byte[] superblock, long length) {
        ByteBuffer fields = ByteBuffer.wrap(superblock).order(ByteOrder.LITTLE_ENDIAN);
        int magic = fields.getShort(MAGIC) & 0xffff;
        if (magic != MAGIC_V3) {
            return "no MINIX V3 file system: the magic number is %04X instead of %04X"
                    .formatted(magic, MAGIC_V3);
        }
        int blockSize = fields.getShort(BLOCK_SIZE) & 0xffff;
        if (Integer.bitCount(blockSize) != 1
                || blockSize < BLOCK_SIZE_MIN
                || blockSize > BLOCK_SIZE_MAX) {
            return "a block of %d bytes is none of 1024, 2048 and 4096".formatted(blockSize);
        }
        long needed = (fields.getInt(ZONES) & 0xffffffffL) * blockSize;
        return needed <= length
                ? null
                : "the image is truncated: %d bytes of %d are there".formatted(length, needed);
    }
}
