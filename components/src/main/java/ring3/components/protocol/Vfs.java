package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Requests of user processes to the virtual file system (minix: include/minix/callnr.h). Addresses
/// are in the memory of the caller; a path is given by address and length. The answer is a `Result`
/// unless said otherwise.
public sealed interface Vfs extends Message {
    /// Reads; the result is the count.
    record VfsRead(int fd, int address, int bytes) implements Vfs {
        @Override
        public int type() {
            return 0x100;
        }
    }

    /// Writes; the result is the count.
    record VfsWrite(int fd, int address, int bytes) implements Vfs {
        @Override
        public int type() {
            return 0x101;
        }
    }

    /// Moves the position; answered by [VfsReply.VfsOffset].
    record VfsLseek(int fd, long offset, int whence) implements Vfs {
        @Override
        public int type() {
            return 0x102;
        }
    }

    /// Opens; the result is the descriptor. Flags are those of [Fcntl].
    record VfsOpen(int path, int length, int flags, int mode) implements Vfs {
        @Override
        public int type() {
            return 0x103;
        }
    }

    /// Closes.
    record VfsClose(int fd) implements Vfs {
        @Override
        public int type() {
            return 0x105;
        }
    }

    /// Gives a file another name.
    record VfsLink(int path, int length, int newPath, int newLength) implements Vfs {
        @Override
        public int type() {
            return 0x106;
        }
    }

    /// Removes a name.
    record VfsUnlink(int path, int length) implements Vfs {
        @Override
        public int type() {
            return 0x107;
        }
    }

    /// Changes the working directory.
    record VfsChdir(int path, int length) implements Vfs {
        @Override
        public int type() {
            return 0x108;
        }
    }

    /// Makes a directory.
    record VfsMkdir(int path, int length, int mode) implements Vfs {
        @Override
        public int type() {
            return 0x109;
        }
    }

    /// Makes a device node or named pipe.
    record VfsMknod(int path, int length, int mode, int device) implements Vfs {
        @Override
        public int type() {
            return 0x10A;
        }
    }

    /// Changes the permissions.
    record VfsChmod(int path, int length, int mode) implements Vfs {
        @Override
        public int type() {
            return 0x10B;
        }
    }

    /// Mounts the block device with that path on a directory, served by the file server with that
    /// label.
    record VfsMount(
            int device,
            int deviceLength,
            int directory,
            int directoryLength,
            int label,
            int labelLength,
            int flags)
            implements Vfs {
        @Override
        public int type() {
            return 0x10D;
        }
    }

    /// Unmounts what is mounted on a directory; the label of its file server is stored nowhere, the
    /// caller knows it.
    record VfsUmount(int path, int length) implements Vfs {
        @Override
        public int type() {
            return 0x10E;
        }
    }

    /// Asks whether a file may be used so.
    record VfsAccess(int path, int length, int mode) implements Vfs {
        @Override
        public int type() {
            return 0x10F;
        }
    }

    /// Writes all file systems back.
    record VfsSync() implements Vfs {
        @Override
        public int type() {
            return 0x110;
        }
    }

    /// Renames.
    record VfsRename(int path, int length, int newPath, int newLength) implements Vfs {
        @Override
        public int type() {
            return 0x111;
        }
    }

    /// Removes an empty directory.
    record VfsRmdir(int path, int length) implements Vfs {
        @Override
        public int type() {
            return 0x112;
        }
    }

    /// Makes a symbolic link.
    record VfsSymlink(int target, int targetLength, int path, int length) implements Vfs {
        @Override
        public int type() {
            return 0x113;
        }
    }

    /// Reads a symbolic link.
    record VfsReadlink(int path, int length, int address, int bytes) implements Vfs {
        @Override
        public int type() {
            return 0x114;
        }
    }

    /// Stores a [Stat].
    record VfsStat(int path, int length, int address) implements Vfs {
        @Override
        public int type() {
            return 0x115;
        }
    }

    /// Stores a [Stat].
    record VfsFstat(int fd, int address) implements Vfs {
        @Override
        public int type() {
            return 0x116;
        }
    }

    /// Stores a [Stat] of a link itself.
    record VfsLstat(int path, int length, int address) implements Vfs {
        @Override
        public int type() {
            return 0x117;
        }
    }

    /// A control request of a device.
    record VfsIoctl(int fd, int request, int address) implements Vfs {
        @Override
        public int type() {
            return 0x118;
        }
    }

    /// Duplicates a descriptor or reads and sets its flags; see [Fcntl].
    record VfsFcntl(int fd, int command, int argument) implements Vfs {
        @Override
        public int type() {
            return 0x119;
        }
    }

    /// Makes a pipe; answered by [VfsReply.VfsPipe].
    record VfsPipe2(int flags) implements Vfs {
        @Override
        public int type() {
            return 0x11A;
        }
    }

    /// Sets which permissions new files do not get; the result is the former mask.
    record VfsUmask(int mask) implements Vfs {
        @Override
        public int type() {
            return 0x11B;
        }
    }

    /// Reads directory entries, see [Dirent]; the result is the count of bytes, 0 at the end.
    record VfsGetdents(int fd, int address, int bytes) implements Vfs {
        @Override
        public int type() {
            return 0x11D;
        }
    }

    /// Waits for so long; the result is 0.
    record VfsSelect(long timeoutMillis) implements Vfs {
        @Override
        public int type() {
            return 0x11E;
        }
    }

    /// Writes the file back.
    record VfsFsync(int fd) implements Vfs {
        @Override
        public int type() {
            return 0x120;
        }
    }

    /// Cuts or extends a file.
    record VfsTruncate(int path, int length, long size) implements Vfs {
        @Override
        public int type() {
            return 0x121;
        }
    }

    /// Cuts or extends a file.
    record VfsFtruncate(int fd, long size) implements Vfs {
        @Override
        public int type() {
            return 0x122;
        }
    }

    /// Stores one line of text per mount: `device directory label flags\n`; the result is the
    /// count.
    record VfsGetvfsstat(int address, int bytes) implements Vfs {
        @Override
        public int type() {
            return 0x127;
        }
    }

    /// From RS alone: the driver of `major` is now `driver`. Label in the memory of RS.
    record VfsMapdriver(int label, int length, int major, Endpoint driver) implements Vfs {
        @Override
        public int type() {
            return 0x12D;
        }
    }
}
