package ring3.components.protocol;

import ring3.syslib.Message;

/// Requests of the virtual file system to a file server (minix: include/minix/vfsif.h). Grants that
/// carry names and data are the sender's; those for file data reach into the user's memory. Every
/// request bears a transaction number that the answer repeats.
public sealed interface Fs extends Message {
    /// Mount flag: nothing is ever written.
    int READ_ONLY = 1;

    /// Mount flag: this is the root of all file systems.
    int IS_ROOT = 2;

    /// Lookup flag: a symbolic link at the end of the path is not followed.
    int NO_FOLLOW = 1;

    /// The number that the answer repeats.
    int transaction();

    /// Gives back `count` references to an open inode. Answered by [FsReply.FsResult].
    record ReqPutnode(int transaction, int inode, int count) implements Fs {
        @Override
        public int type() {
            return 0xA02;
        }
    }

    /// Makes a symbolic link.
    record ReqSlink(
            int transaction,
            int directory,
            int nameGrant,
            int nameLength,
            int targetGrant,
            int targetLength,
            int uid,
            int gid)
            implements Fs {
        @Override
        public int type() {
            return 0xA03;
        }
    }

    /// Cuts a file to `from` bytes when `to` is 0, else frees the bytes in between.
    record ReqFtrunc(int transaction, int inode, long from, long to) implements Fs {
        @Override
        public int type() {
            return 0xA04;
        }
    }

    /// Changes the owner.
    record ReqChown(int transaction, int inode, int uid, int gid) implements Fs {
        @Override
        public int type() {
            return 0xA05;
        }
    }

    /// Changes the permissions.
    record ReqChmod(int transaction, int inode, int mode) implements Fs {
        @Override
        public int type() {
            return 0xA06;
        }
    }

    /// Stores a [Stat] in the grant.
    record ReqStat(int transaction, int inode, int grant) implements Fs {
        @Override
        public int type() {
            return 0xA08;
        }
    }

    /// Sets the times, in seconds.
    record ReqUtime(int transaction, int inode, long accessed, long modified) implements Fs {
        @Override
        public int type() {
            return 0xA09;
        }
    }

    /// Stores block size, blocks, free blocks, files, free files as five 64-bit numbers.
    record ReqStatvfs(int transaction, int grant) implements Fs {
        @Override
        public int type() {
            return 0xA0A;
        }
    }

    /// Removes a file's name.
    record ReqUnlink(int transaction, int directory, int nameGrant, int nameLength) implements Fs {
        @Override
        public int type() {
            return 0xA0D;
        }
    }

    /// Removes an empty directory.
    record ReqRmdir(int transaction, int directory, int nameGrant, int nameLength) implements Fs {
        @Override
        public int type() {
            return 0xA0E;
        }
    }

    /// Writes everything back, marks the file system clean and forgets it.
    record ReqUnmount(int transaction) implements Fs {
        @Override
        public int type() {
            return 0xA0F;
        }
    }

    /// Writes everything back.
    record ReqSync(int transaction) implements Fs {
        @Override
        public int type() {
            return 0xA10;
        }
    }

    /// The driver of `device` has this label (first time) or has been restarted.
    record ReqNewDriver(int transaction, int device, int labelGrant, int labelLength)
            implements Fs {
        @Override
        public int type() {
            return 0xA11;
        }
    }

    /// Reads; answered by [FsReply.FsTransfer].
    record ReqRead(int transaction, int inode, long pos, int grant, int bytes) implements Fs {
        @Override
        public int type() {
            return 0xA13;
        }
    }

    /// Writes; answered by [FsReply.FsTransfer].
    record ReqWrite(int transaction, int inode, long pos, int grant, int bytes) implements Fs {
        @Override
        public int type() {
            return 0xA14;
        }
    }

    /// Makes a device node or a named pipe.
    record ReqMknod(
            int transaction,
            int directory,
            int nameGrant,
            int nameLength,
            int mode,
            int uid,
            int gid,
            int device)
            implements Fs {
        @Override
        public int type() {
            return 0xA15;
        }
    }

    /// Makes a directory.
    record ReqMkdir(
            int transaction,
            int directory,
            int nameGrant,
            int nameLength,
            int mode,
            int uid,
            int gid)
            implements Fs {
        @Override
        public int type() {
            return 0xA16;
        }
    }

    /// Makes a regular file and opens it; answered by [FsReply.FsNode].
    record ReqCreate(
            int transaction,
            int directory,
            int nameGrant,
            int nameLength,
            int mode,
            int uid,
            int gid)
            implements Fs {
        @Override
        public int type() {
            return 0xA17;
        }
    }

    /// Gives an inode another name.
    record ReqLink(int transaction, int directory, int nameGrant, int nameLength, int inode)
            implements Fs {
        @Override
        public int type() {
            return 0xA18;
        }
    }

    /// Renames.
    record ReqRename(
            int transaction,
            int oldDirectory,
            int oldGrant,
            int oldLength,
            int newDirectory,
            int newGrant,
            int newLength)
            implements Fs {
        @Override
        public int type() {
            return 0xA19;
        }
    }

    /// Follows a path from `directory`, opening what it finds; answered by [FsReply.FsNode], or by
    /// [FsReply.FsCrossing] when it leads out of this file system or to a symbolic link. The grant
    /// has room for `pathSize` bytes: the server stores a link's path there.
    record ReqLookup(
            int transaction,
            int directory,
            int root,
            int pathGrant,
            int pathLength,
            int pathSize,
            int flags,
            int uid,
            int gid)
            implements Fs {
        @Override
        public int type() {
            return 0xA1A;
        }
    }

    /// Marks a directory as one that something is mounted on.
    record ReqMountpoint(int transaction, int inode) implements Fs {
        @Override
        public int type() {
            return 0xA1B;
        }
    }

    /// Reads the superblock of `device`, whose driver has the label, and opens the root inode;
    /// answered by [FsReply.FsNode]. Flags: [#READ_ONLY], [#IS_ROOT]. Errors: EINVAL for what is no
    /// MINIX V3 file system, or a damaged one; the reason is printed.
    record ReqReadsuper(int transaction, int device, int labelGrant, int labelLength, int flags)
            implements Fs {
        @Override
        public int type() {
            return 0xA1C;
        }
    }

    /// Reads a symbolic link; answered by [FsReply.FsTransfer].
    record ReqRdlink(int transaction, int inode, int grant, int bytes) implements Fs {
        @Override
        public int type() {
            return 0xA1E;
        }
    }

    /// Reads directory entries in the form of [Dirent]; answered by [FsReply.FsTransfer].
    record ReqGetdents(int transaction, int inode, long pos, int grant, int bytes) implements Fs {
        @Override
        public int type() {
            return 0xA1F;
        }
    }
}
