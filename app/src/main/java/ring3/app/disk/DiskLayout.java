package ring3.app.disk;

/// Where everything lies on a MINIX V3 disk (minix: fs/mfs/super.h, type.h): boot block,
/// superblock, inode bitmap, zone bitmap, inodes, data. A zone is a block.
///
/// @param inodes how many there are; they count from 1
/// @param zones how many blocks the file system uses, its own included
/// @param firstData the first block of data
record DiskLayout(
        int blockSize,
        int inodes,
        int zones,
        int inodeMapBlocks,
        int zoneMapBlocks,
        int firstData) {
    static final int INODE_BYTES = 64;
    static final int DIRECT_ZONES = 7;
    static final int INDIRECT = DIRECT_ZONES;
    static final int DOUBLE_INDIRECT = DIRECT_ZONES + 1;

    /// The zone numbers in an inode. The last is for triple indirect zones, which nobody uses.
    static final int ZONE_NUMBERS = DIRECT_ZONES + 3;

    static final int ENTRY_BYTES = 64;
    static final int NAME_MAX = 60;
    static final int LINKS_MAX = 0xffff;
    static final int ROOT_INODE = 1;
    static final int INODE_MAP = 2;

    static final int FIFO = 0010000;
    static final int CHARACTER = 0020000;
    static final int DIRECTORY = 0040000;
    static final int BLOCK = 0060000;
    static final int REGULAR = 0100000;
    static final int SYMLINK = 0120000;
    static final int SOCKET = 0140000;
    static final int TYPE_MASK = 0170000;

    private static final int BLOCK_SIZE_MIN = 1024;
    private static final int BLOCK_SIZE_MAX = 4096;
    private static final int MAP_BLOCKS_MAX = Short.MAX_VALUE;
    private static final int FIRST_DATA_MAX = 0xffff;

    /// The layout of a new disk. Its zone bitmap is as large as if every block held data: so it
    /// does not depend on itself. Throws [DiskError] for one that a superblock cannot tell of.
    ///
    /// @param blockSize bytes: 1024, 2048 or 4096
    /// @param inodes how many are wanted; there are as many more as fill a block
    static DiskLayout of(int blockSize, long inodes, long zones) {
        require(isBlockSize(blockSize), noBlockSize(blockSize));
        long bits = (long) Byte.SIZE * blockSize;
        require(inodes > 0 && inodes / bits < MAP_BLOCKS_MAX, inodes + " inodes are impossible");
        require(zones / bits < MAP_BLOCKS_MAX, zones + " blocks are more than a disk can have");
        int perBlock = blockSize / INODE_BYTES;
        int rounded = (int) Math.ceilDiv(inodes, perBlock) * perBlock;
        int inodeMap = blocksFor(rounded + 1L, (int) bits);
        int zoneMap = blocksFor(zones, (int) bits);
        var packed = packed(blockSize, rounded, (int) zones, inodeMap, zoneMap);
        int own = packed.firstData();
        require(
                own <= FIRST_DATA_MAX,
                "%d inodes are too many: they end behind block %d"
                        .formatted(inodes, FIRST_DATA_MAX));
        require(
                own < zones,
                "%d blocks are too few: the file system needs %d for itself".formatted(zones, own));
        return packed;
    }

    /// The layout in which the data begins right behind the inodes.
    static DiskLayout packed(
            int blockSize, int inodes, int zones, int inodeMapBlocks, int zoneMapBlocks) {
        int inodeBlocks = blocksFor((long) inodes * INODE_BYTES, blockSize);
        int firstData = INODE_MAP + inodeMapBlocks + zoneMapBlocks + inodeBlocks;
        return new DiskLayout(blockSize, inodes, zones, inodeMapBlocks, zoneMapBlocks, firstData);
    }

    private static void require(boolean fits, String reason) {
        if (!fits) {
            throw new DiskError("new file system", reason);
        }
    }

    static boolean isBlockSize(int bytes) {
        return Integer.bitCount(bytes) == 1 && bytes >= BLOCK_SIZE_MIN && bytes <= BLOCK_SIZE_MAX;
    }

    /// Why a block cannot have so many bytes.
    static String noBlockSize(int bytes) {
        return "a block of %d bytes is none of 1024, 2048 and 4096".formatted(bytes);
    }

    /// How many inodes a new disk of so many blocks gets, unless somebody knows better: as
    /// `mkfs.minix` has it.
    static long usualInodes(long zones) {
        if (zones > 2 << 20) {
            return zones / 16;
        }
        return zones > 512 << 10 ? zones / 8 : Math.max(1, zones / 3);
    }

    int inodeTable() {
        return INODE_MAP + inodeMapBlocks + zoneMapBlocks;
    }

    int inodesPerBlock() {
        return blockSize / INODE_BYTES;
    }

    int zonesPerBlock() {
        return blockSize / Integer.BYTES;
    }

    /// The longest file in bytes that the zone numbers of an inode reach and its size can tell.
    long longestFile() {
        long perBlock = zonesPerBlock();
        long reach = (DIRECT_ZONES + perBlock + perBlock * perBlock) * blockSize;
        return Math.min(reach, Integer.MAX_VALUE);
    }

    static int blocksFor(long amount, int perBlock) {
        return (int) Math.ceilDiv(amount, (long) perBlock);
    }
}
