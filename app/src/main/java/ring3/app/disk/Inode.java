package ring3.app.disk;

import java.nio.ByteBuffer;

/// An inode, where it lies on the disk: 64 bytes (minix: fs/mfs/type.h).
final class Inode {
    private static final int MODE = 0;
    private static final int LINKS = 2;
    private static final int UID = 4;
    private static final int GID = 6;
    private static final int SIZE = 8;
    private static final int ACCESSED = 12;
    private static final int MODIFIED = 16;
    private static final int CHANGED = 20;
    private static final int ZONES = 24;

    private final int number;
    private final Blocks blocks;
    private final int block;
    private final int offset;

    Inode(int number, Blocks blocks, DiskLayout layout) {
        this.number = number;
        this.blocks = blocks;
        block = layout.inodeTable() + (number - 1) / layout.inodesPerBlock();
        offset = (number - 1) % layout.inodesPerBlock() * DiskLayout.INODE_BYTES;
    }

    int number() {
        return number;
    }

    /// Type and permissions.
    int mode() {
        return getShort(MODE);
    }

    int type() {
        return mode() & DiskLayout.TYPE_MASK;
    }

    boolean isDirectory() {
        return type() == DiskLayout.DIRECTORY;
    }

    boolean isRegular() {
        return type() == DiskLayout.REGULAR;
    }

    boolean isSymlink() {
        return type() == DiskLayout.SYMLINK;
    }

    boolean isDevice() {
        return type() == DiskLayout.CHARACTER || type() == DiskLayout.BLOCK;
    }

    /// Whether the zone numbers lead to data.
    boolean hasZones() {
        return isDirectory() || isRegular() || isSymlink();
    }

    int links() {
        return getShort(LINKS);
    }

    int uid() {
        return getShort(UID);
    }

    int gid() {
        return getShort(GID);
    }

    /// Its length in bytes; negative on a damaged disk.
    int size() {
        return bytes().getInt(offset + SIZE);
    }

    /// When its contents last changed, in seconds since 1970.
    long modifiedSeconds() {
        return bytes().getInt(offset + MODIFIED) & 0xffffffffL;
    }

    /// One of the zone numbers; the first one of a device is its number.
    int zone(int slot) {
        return bytes().getInt(offset + ZONES + slot * Integer.BYTES);
    }

    private ByteBuffer bytes() {
        return blocks.read(block);
    }

    private int getShort(int field) {
        return bytes().getShort(offset + field) & 0xffff;
    }

    /// Makes it an empty file of root with no name yet.
    void begin(int mode) {
        blocks.write(block).put(offset, new byte[DiskLayout.INODE_BYTES]);
        setMode(mode);
    }

    void setMode(int mode) {
        blocks.write(block).putShort(offset + MODE, (short) mode);
    }

    void setLinks(int links) {
        blocks.write(block).putShort(offset + LINKS, (short) links);
    }

    void setSize(int size) {
        blocks.write(block).putInt(offset + SIZE, size);
    }

    void setZone(int slot, int zone) {
        blocks.write(block).putInt(offset + ZONES + slot * Integer.BYTES, zone);
    }

    /// It was accessed and changed at this time, in seconds since 1970.
    void touch(int seconds) {
        blocks.write(block)
                .putInt(offset + ACCESSED, seconds)
                .putInt(offset + MODIFIED, seconds)
                .putInt(offset + CHANGED, seconds);
    }
}
