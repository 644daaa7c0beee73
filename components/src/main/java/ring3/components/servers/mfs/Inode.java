package ring3.components.servers.mfs;

import java.util.Arrays;
import ring3.components.protocol.Stat;
import ring3.syslib.Memory;

/// A file, as long as somebody has it open (minix: fs/mfs/inode.h, type.h: d2_inode).
final class Inode {
    /// Bytes that it takes on the disk.
    static final int BYTES = 64;

    /// Zones that are named in the inode itself; then come the indirect and the double indirect
    /// one.
    static final int DIRECT_ZONES = 7;

    /// The type of a socket, which [Stat] has no name for: it may lie on a foreign disk.
    static final int SOCKET = 0140000;

    static final int INDIRECT = DIRECT_ZONES;
    static final int DOUBLE_INDIRECT = DIRECT_ZONES + 1;

    /// The root directory.
    static final int ROOT = 1;

    private static final int ZONES = 10;
    private static final int ZONES_OFFSET = 24;

    final int number;
    int mode;
    int links;
    int uid;
    int gid;
    int size;
    int accessed;
    int modified;
    int changed;
    final int[] zones = new int[ZONES];

    /// How often it is open; the virtual file system gives references back by REQ_PUTNODE.
    int references;

    /// Whether it differs from what is on the disk.
    boolean dirty;

    /// Whether another file system is mounted on it.
    boolean isMountpoint;

    /// Where the next read begins if the file is read from front to back.
    long nextRead;

    Inode(int number) {
        this.number = number;
    }

    int fileType() {
        return mode & Stat.TYPE_MASK;
    }

    boolean isDirectory() {
        return fileType() == Stat.DIRECTORY;
    }

    boolean isRegular() {
        return fileType() == Stat.REGULAR;
    }

    boolean isSymlink() {
        return fileType() == Stat.SYMLINK;
    }

    /// Whether its zones are data; those of other files mean other things.
    boolean hasData() {
        return isDirectory() || isRegular() || isSymlink();
    }

    boolean isDevice() {
        return fileType() == Stat.CHARACTER || fileType() == Stat.BLOCK;
    }

    /// The device that a device node stands for; it is kept in place of the first zone.
    int device() {
        return isDevice() ? zones[0] : 0;
    }

    /// Makes a device node stand for `device`; other files have none.
    void setDevice(int device) {
        zones[0] = isDevice() ? device : 0;
    }

    /// Takes what lies at `address`.
    void load(Memory memory, int address) {
        mode = memory.getShort(address);
        links = memory.getShort(address + 2);
        uid = (short) memory.getShort(address + 4);
        gid = memory.getShort(address + 6);
        size = memory.getInt(address + 8);
        accessed = memory.getInt(address + 12);
        modified = memory.getInt(address + 16);
        changed = memory.getInt(address + 20);
        for (int i = 0; i < ZONES; i++) {
            zones[i] = memory.getInt(address + ZONES_OFFSET + i * Integer.BYTES);
        }
    }

    /// Stores it at `address`.
    void store(Memory memory, int address) {
        memory.putShort(address, mode);
        memory.putShort(address + 2, links);
        memory.putShort(address + 4, uid);
        memory.putShort(address + 6, gid);
        memory.putInt(address + 8, size);
        memory.putInt(address + 12, accessed);
        memory.putInt(address + 16, modified);
        memory.putInt(address + 20, changed);
        for (int i = 0; i < ZONES; i++) {
            memory.putInt(address + ZONES_OFFSET + i * Integer.BYTES, zones[i]);
        }
    }

    /// Makes it what a free inode is on the disk.
    void clear() {
        mode = 0;
        links = 0;
        uid = 0;
        gid = 0;
        size = 0;
        accessed = 0;
        modified = 0;
        changed = 0;
        Arrays.fill(zones, 0);
    }
}
