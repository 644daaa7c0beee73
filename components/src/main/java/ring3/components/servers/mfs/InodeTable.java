package ring3.components.servers.mfs;

import java.util.TreeMap;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// The inodes that are open, and the way to all others (minix: fs/mfs/inode.c). A file whose last
/// name is gone lives on until nobody has it open.
final class InodeTable {
    private final Volume volume;
    private final ZoneMap zones;
    private final WallClock clock;
    private final TreeMap<Integer, Inode> open = new TreeMap<>();
    private int lastAllocated = Inode.ROOT;

    InodeTable(Volume volume, ZoneMap zones, WallClock clock) {
        this.volume = volume;
        this.zones = zones;
        this.clock = clock;
    }

    /// Opens inode `number`; [#put(Inode, int)] closes it. EIO when no file can be there.
    Inode get(int number) {
        Inode inode = open.get(number);
        if (inode == null) {
            inode = read(number);
            open.put(number, inode);
        }
        inode.references++;
        return inode;
    }

    /// The inode with that number, which the virtual file system has open; EINVAL if it does not.
    Inode opened(int number) {
        Inode inode = open.get(number);
        if (inode == null) {
            throw new FsError(Errno.EINVAL);
        }
        return inode;
    }

    /// Gives back `count` references. A file that nobody has open and that has no name is removed.
    void put(Inode inode, int count) {
        FsError.when(count < 0 || count > inode.references, Errno.EINVAL);
        inode.references -= count;
        if (inode.references > 0) {
            return;
        }
        open.remove(inode.number);
        if (inode.links == 0 && !volume.isReadOnly()) {
            remove(inode);
        }
        if (inode.dirty) {
            write(inode);
        }
    }

    /// Closes all inodes, so that files without a name are removed at last.
    void closeAll() {
        while (!open.isEmpty()) {
            Inode inode = open.firstEntry().getValue();
            put(inode, inode.references);
        }
    }

    /// A new inode with no name yet, open once. ENOSPC when there is none left.
    Inode create(int mode, int uid, int gid) {
        int number = volume.inodeMap().allocate(lastAllocated);
        FsError.when(number == Bitmap.NONE, Errno.ENOSPC);
        lastAllocated = number;
        Inode inode = new Inode(number);
        inode.mode = mode;
        inode.uid = uid;
        inode.gid = gid;
        inode.accessed = clock.now();
        inode.modified = clock.now();
        inode.references = 1;
        changed(inode);
        open.put(number, inode);
        return inode;
    }

    /// Notes that the inode was changed now.
    void changed(Inode inode) {
        inode.changed = clock.now();
        inode.dirty = true;
    }

    /// Notes that the contents of a file were changed now.
    void modified(Inode inode) {
        inode.modified = clock.now();
        changed(inode);
    }

    /// Notes that a file was read now.
    void accessed(Inode inode) {
        if (!volume.isReadOnly() && inode.accessed != clock.now()) {
            inode.accessed = clock.now();
            inode.dirty = true;
        }
    }

    /// Stores all open inodes in their blocks.
    void flush() {
        for (Inode inode : open.values()) {
            if (inode.dirty) {
                write(inode);
            }
        }
    }

    private Inode read(int number) {
        if (number < Inode.ROOT || number > volume.layout().inodes()) {
            throw volume.damaged("there is no inode " + number);
        }
        Inode inode = new Inode(number);
        inode.load(volume.memory(), address(number));
        if (!isKnown(inode.fileType()) || inode.links == 0) {
            throw volume.damaged("inode " + number + " is free, yet something leads to it");
        }
        if (inode.size < 0 || inode.size > volume.layout().longestFile()) {
            throw volume.damaged("inode " + number + " has the size " + inode.size);
        }
        if (inode.isDirectory() && inode.size % Directory.ENTRY_BYTES != 0) {
            throw volume.damaged("directory " + number + " has the size " + inode.size);
        }
        return inode;
    }

    private static boolean isKnown(int fileType) {
        return switch (fileType) {
            case Stat.FIFO, Stat.CHARACTER, Stat.DIRECTORY -> true;
            case Stat.BLOCK, Stat.REGULAR, Stat.SYMLINK, Inode.SOCKET -> true;
            default -> false;
        };
    }

    private void write(Inode inode) {
        inode.store(volume.memory(), address(inode.number));
        volume.cache().markDirty(block(inode.number));
        inode.dirty = false;
    }

    private void remove(Inode inode) {
        if (inode.hasData()) {
            zones.free(inode, 0, Long.MAX_VALUE);
        }
        inode.clear();
        inode.dirty = true;
        volume.inodeMap().free(inode.number);
    }

    private int block(int number) {
        return volume.layout().inodeTable() + (number - 1) / volume.layout().inodesPerBlock();
    }

    private int address(int number) {
        int slot = (number - 1) % volume.layout().inodesPerBlock();
        return volume.cache().load(block(number)) + slot * Inode.BYTES;
    }
}
