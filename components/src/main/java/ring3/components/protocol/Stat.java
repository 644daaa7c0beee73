package ring3.components.protocol;

import ring3.syslib.Memory;

/// What `stat` tells of a file, and how it lies in memory.
///
/// @param size bytes
/// @param modified seconds since 1970
/// @param device the device a device node stands for, or the one the file lies on
public record Stat(
        int inode,
        int mode,
        int links,
        int uid,
        int gid,
        int device,
        long size,
        long accessed,
        long modified,
        long changed) {
    /// Bytes that it takes in memory.
    public static final int BYTES = 56;

    public static final int TYPE_MASK = 0170000;
    public static final int FIFO = 0010000;
    public static final int CHARACTER = 0020000;
    public static final int DIRECTORY = 0040000;
    public static final int BLOCK = 0060000;
    public static final int REGULAR = 0100000;
    public static final int SYMLINK = 0120000;

    /// Whether it is a directory.
    public boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    /// Stores it at `address`.
    public void store(Memory memory, int address) {
        memory.putInt(address, inode);
        memory.putInt(address + 4, mode);
        memory.putInt(address + 8, links);
        memory.putInt(address + 12, uid);
        memory.putInt(address + 16, gid);
        memory.putInt(address + 20, device);
        memory.putLong(address + 24, size);
        memory.putLong(address + 32, accessed);
        memory.putLong(address + 40, modified);
        memory.putLong(address + 48, changed);
    }

    /// Loads the one that lies at `address`.
    public static Stat load(Memory memory, int address) {
        return new Stat(
                memory.getInt(address),
                memory.getInt(address + 4),
                memory.getInt(address + 8),
                memory.getInt(address + 12),
                memory.getInt(address + 16),
                memory.getInt(address + 20),
                memory.getLong(address + 24),
                memory.getLong(address + 32),
                memory.getLong(address + 40),
                memory.getLong(address + 48));
    }
}
