package ring3.app.disk;

import java.nio.ByteBuffer;

/// Where everything lies on a MINIX V3 disk (minix: fs/mfs/super.h, type.h): boot block,
/// superblock, inode bitmap, zone bitmap, inodes, data. A zone is a block.
record DiskLayout(int blockSize, int inodes, int zones, int inodeMapBlocks, int zoneMapBlocks) {
    static final int SUPERBLOCK = 1024;
    static final int MAGIC = 0x4D5A;
    static final int INODE_BYTES = 64;
    static final int DIRECT_ZONES = 7;
    static final int INDIRECT = DIRECT_ZONES;
    static final int DOUBLE_INDIRECT = DIRECT_ZONES + 1;
    static final int ENTRY_BYTES = 64;
    static final int NAME_MAX = 60;
    static final int ROOT_INODE = 1;
    static final int INODE_MAP = 2;

    static final int CHARACTER = 0020000;
    static final int DIRECTORY = 0040000;
    static final int BLOCK = 0060000;
    static final int REGULAR = 0100000;
    static final int TYPE_MASK = 0170000;

    /// The layout of a new disk. Its zone bitmap is as large as if every block held data: so it
    /// does not depend on itself.
    static DiskLayout of(int blockSize, int inodes, int zones) {
        int bitsPerBlock = Byte.SIZE * blockSize;
        return new DiskLayout(
                blockSize,
                inodes,
                zones,
                blocksFor(inodes + 1L, bitsPerBlock),
                blocksFor(zones, bitsPerBlock));
    }

    /// The layout that the superblock of an image tells.
    static DiskLayout read(ByteBuffer image) {
        return new DiskLayout(
                image.getShort(SUPERBLOCK + 28),
                image.getInt(SUPERBLOCK),
                image.getInt(SUPERBLOCK + 20),
                image.getShort(SUPERBLOCK + 6),
                image.getShort(SUPERBLOCK + 8));
    }

    int inodeTable() {
        return INODE_MAP + inodeMapBlocks() + zoneMapBlocks();
    }

    int firstData() {
        return inodeTable() + blocksFor((long) inodes * INODE_BYTES, blockSize);
    }

    int inodeOffset(int inode) {
        return inodeTable() * blockSize + (inode - 1) * INODE_BYTES;
    }

    int zonesPerBlock() {
        return blockSize / Integer.BYTES;
    }

    static int blocksFor(long amount, int perBlock) {
        return (int) ((amount + perBlock - 1) / perBlock);
    }
}
