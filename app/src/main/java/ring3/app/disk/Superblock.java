package ring3.app.disk;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// What a MINIX V3 file system says of itself (minix: fs/mfs/super.h), as it is written on the
/// disk: nothing in it can be relied on before [#fault] was asked.
///
/// @param firstDataZone the first block of data; 0 when it did not fit the field
/// @param logZoneSize blocks in a zone, as a power of two
/// @param zones blocks that the file system uses, its own included
record Superblock(
        int inodes,
        int inodeMapBlocks,
        int zoneMapBlocks,
        int firstDataZone,
        int logZoneSize,
        int flags,
        int maxSize,
        int zones,
        int magic,
        int blockSize) {
    /// Where it lies on every disk.
    static final int OFFSET = 1024;

    /// What a sentence about it begins with.
    static final String PLACE = "superblock";

    private static final int BYTES = 32;
    private static final int MAGIC_V3 = 0x4d5a;
    private static final int CLEAN = 1;
    private static final int UNKNOWN_FLAGS = 0xff00;

    /// That of an image. Throws [DiskError] when the image has none of MINIX V3.
    static Superblock of(MemorySegment image) {
        if (image.byteSize() < OFFSET + BYTES) {
            throw new DiskError(
                    PLACE,
                    "the image is truncated: it ends after %d bytes".formatted(image.byteSize()));
        }
        Superblock superblock = read(image.asSlice(OFFSET, BYTES).asByteBuffer());
        if (superblock.magic != MAGIC_V3) {
            throw new DiskError(
                    PLACE,
                    "no MINIX V3 file system: the magic number is %04X instead of %04X"
                            .formatted(superblock.magic, MAGIC_V3));
        }
        return superblock;
    }

    private static Superblock read(ByteBuffer bytes) {
        ByteBuffer fields = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new Superblock(
                fields.getInt(0),
                fields.getShort(6),
                fields.getShort(8),
                fields.getShort(10) & 0xffff,
                fields.getShort(12),
                fields.getShort(14) & 0xffff,
                fields.getInt(16),
                fields.getInt(20),
                fields.getShort(24) & 0xffff,
                fields.getShort(28) & 0xffff);
    }

    /// That of a new file system, which is unmounted and in order.
    static Superblock of(DiskLayout layout) {
        return new Superblock(
                layout.inodes(),
                layout.inodeMapBlocks(),
                layout.zoneMapBlocks(),
                layout.firstData(),
                0,
                CLEAN,
                Integer.MAX_VALUE,
                layout.zones(),
                MAGIC_V3,
                layout.blockSize());
    }

    /// Writes the fields into a block, `at` a place.
    void write(ByteBuffer block, int at) {
        block.slice(at, BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, inodes)
                .putShort(6, (short) inodeMapBlocks)
                .putShort(8, (short) zoneMapBlocks)
                .putShort(10, (short) firstDataZone)
                .putShort(12, (short) logZoneSize)
                .putShort(14, (short) flags)
                .putInt(16, maxSize)
                .putInt(20, zones)
                .putShort(24, (short) magic)
                .putShort(28, (short) blockSize);
    }

    /// Why an image of `length` bytes cannot be cut into its blocks, or null.
    @Nullable String misfit(long length) {
        if (!DiskLayout.isBlockSize(blockSize)) {
            return DiskLayout.noBlockSize(blockSize);
        }
        long needed = (zones & 0xffffffffL) * blockSize;
        return needed <= length
                ? null
                : "the image is truncated: %d bytes of %d are there".formatted(length, needed);
    }

    /// Why nobody should work with an image of `length` bytes, or null. Whatever passes leads to no
    /// block outside the image.
    @Nullable String fault(long length) {
        String misfit = misfit(length);
        return misfit == null ? damage() : misfit;
    }

    private @Nullable String damage() {
        if (logZoneSize != 0) {
            return "zones of several blocks are not supported";
        }
        if ((flags & UNKNOWN_FLAGS) != 0) {
            return "the flags %04X tell of features that Ring3 does not know".formatted(flags);
        }
        if (inodes <= 0 || zones <= 0 || maxSize <= 0) {
            return "%d inodes, %d zones and files of %d bytes are impossible"
                    .formatted(inodes, zones, maxSize);
        }
        return damageOfParts();
    }

    private @Nullable String damageOfParts() {
        if (bits(inodeMapBlocks) < inodes + 1L) {
            return "the inode bitmap of %d blocks is too small for %d inodes"
                    .formatted(inodeMapBlocks, inodes);
        }
        long inodeBlocks = Math.ceilDiv((long) inodes * DiskLayout.INODE_BYTES, blockSize);
        long ownBlocks = DiskLayout.INODE_MAP + inodeMapBlocks + zoneMapBlocks + inodeBlocks;
        long firstData = firstDataZone == 0 ? ownBlocks : firstDataZone;
        if (zoneMapBlocks < 0 || firstData < ownBlocks || firstData >= zones) {
            return "the data cannot begin in block " + firstData;
        }
        return bits(zoneMapBlocks) < zones - firstData + 1
                ? "the zone bitmap of %d blocks is too small for %d zones"
                        .formatted(zoneMapBlocks, zones)
                : null;
    }

    private long bits(int mapBlocks) {
        return (long) mapBlocks * blockSize * Byte.SIZE;
    }

    /// Where everything lies, once nothing was found wrong with it.
    DiskLayout layout() {
        return firstDataZone == 0
                ? DiskLayout.packed(blockSize, inodes, zones, inodeMapBlocks, zoneMapBlocks)
                : new DiskLayout(
                        blockSize, inodes, zones, inodeMapBlocks, zoneMapBlocks, firstDataZone);
    }
}
