package ring3.components.servers.mfs;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Memory;

/// The superblock: where everything lies on the disk (minix: fs/mfs/super.h). The order is boot
/// block, superblock, inode bitmap, zone bitmap, inodes, data zones; a zone is a block.
///
/// @param inodes how many inodes there are; they count from 1
/// @param firstDataZone the first block of data, as stored; 0 when it did not fit the field
/// @param logZoneSize blocks in a zone, as a power of two; anything but 0 is refused
/// @param maxSize the longest file in bytes
/// @param zones blocks of the device that the file system uses
/// @param blockSize bytes of a block
record SuperBlock(
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
    /// Where it begins on the device, whatever the block size.
    static final int POSITION = 1024;

    /// Bytes to read; the fields take only the first of them.
    static final int BYTES = 1024;

    /// Where the flags lie in it.
    static final int FLAGS_OFFSET = 14;

    /// Flag: the file system was unmounted, so what is on the disk is all there is.
    static final int CLEAN = 1;

    static final int MAGIC_V3 = 0x4D5A;

    /// The block that the inode bitmap begins in.
    static final int INODE_MAP = 2;

    private static final int UNKNOWN_FLAGS = 0xFF00;
    private static final int BITS_PER_BYTE = 8;

    /// The superblock that lies at `address`.
    static SuperBlock load(Memory memory, int address) {
        return new SuperBlock(
                memory.getInt(address),
                (short) memory.getShort(address + 6),
                (short) memory.getShort(address + 8),
                memory.getShort(address + 10),
                (short) memory.getShort(address + 12),
                memory.getShort(address + FLAGS_OFFSET),
                memory.getInt(address + 16),
                memory.getInt(address + 20),
                memory.getShort(address + 24),
                memory.getShort(address + 28));
    }

    /// Why nobody should work with it on a device of `deviceBytes`, or null if all is well.
    /// Whatever passes leads to no block outside the device.
    @Nullable String problem(long deviceBytes) {
        if (magic != MAGIC_V3) {
            return "the magic number is 0x" + Integer.toHexString(magic) + ", not that of MINIX V3";
        }
        if (blockSize != 1024 && blockSize != 2048 && blockSize != 4096) {
            return "a block size of " + blockSize + " bytes is not supported";
        }
        if (logZoneSize != 0) {
            return "zones of several blocks are not supported";
        }
        if ((flags & UNKNOWN_FLAGS) != 0) {
            return "it uses features that this file server does not know";
        }
        if (zones <= 0 || inodes <= 0 || maxSize <= 0) {
            return "the sizes in the superblock are impossible";
        }
        return problemOfLayout(deviceBytes);
    }

    private @Nullable String problemOfLayout(long deviceBytes) {
        if (mapBits(inodeMapBlocks) < inodes + 1L) {
            return "the inode bitmap is too small for " + inodes + " inodes";
        }
        if (dataStart() < inodeTable() + inodeBlocks() || dataStart() >= zones) {
            return "the data cannot begin in block " + dataStart();
        }
        if (mapBits(zoneMapBlocks) < zones - dataStart() + 1) {
            return "the zone bitmap is too small for " + zones + " zones";
        }
        if ((long) zones * blockSize > deviceBytes) {
            return zones + " blocks do not fit on a device of " + deviceBytes + " bytes";
        }
        return null;
    }

    private long mapBits(int blocks) {
        return (long) blocks * blockSize * BITS_PER_BYTE;
    }

    private long inodeBlocks() {
        return (inodes - 1L) / inodesPerBlock() + 1;
    }

    private long dataStart() {
        return firstDataZone != 0 ? firstDataZone : inodeTable() + inodeBlocks();
    }

    /// The block that the zone bitmap begins in.
    int zoneMap() {
        return INODE_MAP + inodeMapBlocks;
    }

    /// The block that the inodes begin in.
    int inodeTable() {
        return zoneMap() + zoneMapBlocks;
    }

    /// The first block of data.
    int firstData() {
        return (int) dataStart();
    }

    int inodesPerBlock() {
        return blockSize / Inode.BYTES;
    }

    /// How many zone numbers an indirect block holds.
    int zonesPerBlock() {
        return blockSize / Integer.BYTES;
    }

    /// The longest file that the zones of an inode can reach, and the superblock allows.
    long longestFile() {
        long perBlock = zonesPerBlock();
        long reachable = Inode.DIRECT_ZONES + perBlock + perBlock * perBlock;
        return Math.min(maxSize, reachable * blockSize);
    }
}
