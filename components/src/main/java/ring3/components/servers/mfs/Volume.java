package ring3.components.servers.mfs;

import ring3.components.protocol.Devices;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// The disk below a mounted file system: its layout, its blocks and which of them are in use.
final class Volume {
    private final Syslib sys;
    private final SuperBlock layout;
    private final BlockCache cache;
    private final int device;
    private final boolean readOnly;
    private final Bitmap inodeMap;
    private final Bitmap zoneMap;

    /// @param device the device number that VFS knows it by
    Volume(Syslib sys, SuperBlock layout, BlockCache cache, int device, boolean readOnly) {
        this.sys = sys;
        this.layout = layout;
        this.cache = cache;
        this.device = device;
        this.readOnly = readOnly;
        this.inodeMap = new Bitmap(cache, SuperBlock.INODE_MAP, layout.inodes() + 1);
        int zones = layout.zones() - layout.firstData();
        this.zoneMap = new Bitmap(cache, layout.zoneMap(), zones + 1);
    }

    SuperBlock layout() {
        return layout;
    }

    BlockCache cache() {
        return cache;
    }

    Memory memory() {
        return cache.memory();
    }

    int device() {
        return device;
    }

    int blockSize() {
        return layout.blockSize();
    }

    boolean isReadOnly() {
        return readOnly;
    }

    Bitmap inodeMap() {
        return inodeMap;
    }

    Bitmap zoneMap() {
        return zoneMap;
    }

    /// Refuses with EROFS what would change a file system that is mounted for reading only.
    void requireWritable() {
        FsError.when(readOnly, Errno.EROFS);
    }

    /// Whether `zone` is a block of data.
    boolean isDataZone(int zone) {
        return zone >= layout.firstData() && zone < layout.zones();
    }

    /// A zone that was free, if possible right behind `neighbour`; ENOSPC when the disk is full.
    /// What it holds is unknown.
    int allocateZone(int neighbour) {
        int from = isDataZone(neighbour) ? neighbour - layout.firstData() + 2 : 1;
        int bit = zoneMap.allocate(from);
        FsError.when(bit == Bitmap.NONE, Errno.ENOSPC);
        return bit + layout.firstData() - 1;
    }

    /// Gives a zone back. One that was free already belongs to a damaged file; that is said, no
    /// more.
    void freeZone(int zone) {
        cache.discard(zone);
        if (!zoneMap.free(zone - layout.firstData() + 1)) {
            print("zone " + zone + " is freed twice");
        }
    }

    /// Writes everything back and notes whether the file system may be trusted without a check.
    void flush(boolean clean) {
        if (readOnly) {
            return;
        }
        int block = SuperBlock.POSITION / blockSize();
        int address = cache.load(block) + SuperBlock.POSITION % blockSize();
        int flags = memory().getShort(address + SuperBlock.FLAGS_OFFSET) & ~SuperBlock.CLEAN;
        int newFlags = flags | (clean ? SuperBlock.CLEAN : 0);
        if (memory().getShort(address + SuperBlock.FLAGS_OFFSET) != newFlags) {
            memory().putShort(address + SuperBlock.FLAGS_OFFSET, newFlags);
            cache.markDirty(block);
        }
        cache.flush();
    }

    /// Says what is wrong with the disk; the caller throws the EIO that is returned.
    FsError damaged(String what) {
        print(what);
        return new FsError(Errno.EIO);
    }

    private void print(String what) {
        sys.print("mfs: device " + name(device) + " is damaged: " + what);
    }

    /// A device as people write it: major and minor number.
    static String name(int device) {
        return Devices.major(device) + "/" + Devices.minor(device);
    }
}
