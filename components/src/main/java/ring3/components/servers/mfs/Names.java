package ring3.components.servers.mfs;

import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// Giving names to files and taking them away (minix: fs/mfs/link.c, open.c). Every method asks all
/// its questions before it changes anything.
final class Names {
    private static final int LINKS_MAX = Short.MAX_VALUE;

    private final Volume volume;
    private final InodeTable inodes;
    private final Directory directories;

    Names(Volume volume, InodeTable inodes, Directory directories) {
        this.volume = volume;
        this.inodes = inodes;
        this.directories = directories;
    }

    /// Refuses what is not a directory, with ENOTDIR, and a directory that was removed while
    /// somebody still has it open, with ENOENT.
    static void requireLiveDirectory(Inode directory) {
        FsError.when(!directory.isDirectory(), Errno.ENOTDIR);
        FsError.when(directory.links == 0, Errno.ENOENT);
    }

    /// The inode number behind a name; ENOENT.
    int lookup(Inode directory, String name) {
        int number = directories.find(directory, name);
        FsError.when(number == Directory.NONE, Errno.ENOENT);
        return number;
    }

    /// Refuses to make a name that exists, EEXIST, or where nothing can be made.
    void requireNew(Inode directory, String name) {
        volume.requireWritable();
        requireLiveDirectory(directory);
        FsError.when(directories.find(directory, name) != Directory.NONE, Errno.EEXIST);
    }

    /// Gives a new inode, open once, its first name. When that fails the inode is freed.
    Inode adopt(Inode directory, String name, Inode inode) {
        try {
            directories.enter(directory, name, inode.number);
            inode.links++;
            return inode;
        } catch (FsError error) {
            inodes.put(inode, 1);
            throw error;
        }
    }

    /// Makes a directory, open once.
    Inode mkdir(Inode parent, String name, int mode, int uid, int gid) {
        requireNew(parent, name);
        FsError.when(parent.links >= LINKS_MAX, Errno.EMLINK);
        Inode made = inodes.create(Stat.DIRECTORY | (mode & ~Stat.TYPE_MASK), uid, gid);
        try {
            directories.enter(made, ".", made.number);
            directories.enter(made, "..", parent.number);
        } catch (FsError error) {
            inodes.put(made, 1);
            throw error;
        }
        adopt(parent, name, made);
        made.links++;
        parent.links++;
        return made;
    }

    /// Gives an inode another name.
    void link(Inode directory, String name, Inode inode) {
        requireNew(directory, name);
        FsError.when(inode.isDirectory(), Errno.EPERM);
        FsError.when(inode.links == 0, Errno.ENOENT);
        FsError.when(inode.links >= LINKS_MAX, Errno.EMLINK);
        directories.enter(directory, name, inode.number);
        inode.links++;
        inodes.changed(inode);
    }

    /// Removes a name of something that is no directory.
    void unlink(Inode directory, String name) {
        volume.requireWritable();
        requireLiveDirectory(directory);
        Inode inode = inodes.get(lookup(directory, name));
        try {
            FsError.when(inode.isDirectory(), Errno.EPERM);
            directories.remove(directory, name);
            inode.links--;
            inodes.changed(inode);
        } finally {
            inodes.put(inode, 1);
        }
    }

    /// Removes an empty directory.
    void rmdir(Inode parent, String name) {
        volume.requireWritable();
        requireLiveDirectory(parent);
        FsError.when(name.equals("."), Errno.EINVAL);
        FsError.when(name.equals(".."), Errno.ENOTEMPTY);
        Inode inode = inodes.get(lookup(parent, name));
        try {
            FsError.when(!inode.isDirectory(), Errno.ENOTDIR);
            requireRemovable(inode);
            directories.remove(parent, name);
            inode.links = 0;
            inodes.changed(inode);
            parent.links--;
        } finally {
            inodes.put(inode, 1);
        }
    }

    private void requireRemovable(Inode inode) {
        FsError.when(inode.number == Inode.ROOT || inode.isMountpoint, Errno.EBUSY);
        FsError.when(inode.isDirectory() && !directories.isEmpty(inode), Errno.ENOTEMPTY);
    }

    /// Renames; what had the new name loses it. Two names of one file are left alone.
    void rename(Inode oldParent, String oldName, Inode newParent, String newName) {
        volume.requireWritable();
        requireLiveDirectory(oldParent);
        requireLiveDirectory(newParent);
        FsError.when(isDots(oldName) || isDots(newName), Errno.EINVAL);
        Inode inode = inodes.get(lookup(oldParent, oldName));
        try {
            int replaced = directories.find(newParent, newName);
            if (replaced != inode.number) {
                requireMovable(inode, oldParent, newParent);
                takeName(newParent, newName, inode, replaced);
                directories.remove(oldParent, oldName);
                changeParent(inode, oldParent, newParent);
            }
        } finally {
            inodes.put(inode, 1);
        }
    }

    private static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }

    private void requireMovable(Inode inode, Inode oldParent, Inode newParent) {
        FsError.when(inode.isMountpoint, Errno.EBUSY);
        if (inode.isDirectory() && oldParent != newParent) {
            FsError.when(isAbove(inode, newParent), Errno.EINVAL);
            FsError.when(newParent.links >= LINKS_MAX, Errno.EMLINK);
        }
    }

    /// Whether the way up from `directory` leads through `inode`: it must not be moved below
    /// itself. On a damaged disk the way may go in a circle, hence the count.
    private boolean isAbove(Inode inode, Inode directory) {
        int number = directory.number;
        for (int i = 0; number != Inode.ROOT && i < volume.layout().inodes(); i++) {
            if (number == inode.number) {
                return true;
            }
            Inode step = inodes.get(number);
            try {
                number = lookup(step, "..");
            } finally {
                inodes.put(step, 1);
            }
        }
        return inode.number == Inode.ROOT;
    }

    private void takeName(Inode newParent, String newName, Inode inode, int replaced) {
        if (replaced == Directory.NONE) {
            directories.enter(newParent, newName, inode.number);
            return;
        }
        Inode victim = inodes.get(replaced);
        try {
            FsError.when(inode.isDirectory() && !victim.isDirectory(), Errno.ENOTDIR);
            FsError.when(!inode.isDirectory() && victim.isDirectory(), Errno.EISDIR);
            requireRemovable(victim);
            directories.replace(newParent, newName, inode.number);
            victim.links = victim.isDirectory() ? 0 : victim.links - 1;
            newParent.links -= victim.isDirectory() ? 1 : 0;
            inodes.changed(victim);
        } finally {
            inodes.put(victim, 1);
        }
    }

    private void changeParent(Inode inode, Inode oldParent, Inode newParent) {
        inodes.changed(inode);
        if (inode.isDirectory() && oldParent != newParent) {
            directories.replace(inode, "..", newParent.number);
            oldParent.links--;
            newParent.links++;
        }
    }
}
