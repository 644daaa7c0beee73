package ring3.app.disk;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// A MINIX V3 file system on the bytes of an image: its blocks, its inodes and what is free.
public final class Volume {
    private final DiskLayout layout;
    private final Blocks blocks;
    private final Bitmap inodeMap;
    private final Bitmap zoneMap;

    /// A file system whose parts lie so.
    Volume(MemorySegment image, DiskLayout layout) {
        this.layout = layout;
        blocks = new Blocks(image, layout.blockSize());
        inodeMap = new Bitmap(blocks, DiskLayout.INODE_MAP, layout.inodes() + 1);
        int map = DiskLayout.INODE_MAP + layout.inodeMapBlocks();
        zoneMap = new Bitmap(blocks, map, layout.zones() - layout.firstData() + 1);
    }

    /// The file system on an image. Throws [DiskError] when there is none to work with.
    static Volume open(MemorySegment image) {
        Superblock superblock = Superblock.of(image);
        String fault = superblock.fault(image.byteSize());
        if (fault != null) {
            throw new DiskError(Superblock.PLACE, fault);
        }
        return new Volume(image, superblock.layout());
    }

    DiskLayout layout() {
        return layout;
    }

    Blocks blocks() {
        return blocks;
    }

    Bitmap inodeMap() {
        return inodeMap;
    }

    Bitmap zoneMap() {
        return zoneMap;
    }

    Inode root() {
        return inode(DiskLayout.ROOT_INODE);
    }

    boolean hasInode(int number) {
        return number >= 1 && number <= layout.inodes();
    }

    /// An inode, whether it is in use or not. Throws [DiskError] for a number that there is not.
    Inode inode(int number) {
        if (!hasInode(number)) {
            throw damaged("it leads to inode %d of %d".formatted(number, layout.inodes()));
        }
        return new Inode(number, blocks, layout);
    }

    boolean hasZone(int zone) {
        return zone >= layout.firstData() && zone < layout.zones();
    }

    /// The bytes of a zone, which the caller only reads. Throws [DiskError] for a number that no
    /// file can have.
    ByteBuffer zone(int zone) {
        if (!hasZone(zone)) {
            throw damaged("it leads to zone %d of %d".formatted(zone, layout.zones()));
        }
        return blocks.read(zone);
    }

    /// The bit of a zone in the bitmap.
    int zoneBit(int zone) {
        return zone - layout.firstData() + 1;
    }

    /// A zone of zeros that was free. Throws [DiskError] when the disk is full.
    int takeZone() {
        int bit = zoneMap.take();
        if (bit == Bitmap.NONE) {
            throw new DiskError("disk", "the disk is full: no zone is free");
        }
        int zone = bit - 1 + layout.firstData();
        blocks.clear(zone);
        return zone;
    }

    /// Frees a zone.
    void freeZone(int zone) {
        zoneMap.clear(zoneBit(zone));
    }

    /// An inode that was free. Throws [DiskError] when there is none.
    Inode takeInode(int mode) {
        int number = inodeMap.take();
        if (number == Bitmap.NONE) {
            throw new DiskError("disk", "the disk is full: no inode is free");
        }
        Inode inode = inode(number);
        inode.begin(mode);
        return inode;
    }

    private static DiskError damaged(String how) {
        return new DiskError("file system", "it is damaged: " + how);
    }
}
