package ring3.components.protocol;

import ring3.syslib.Message;

/// Answers of a file server; each repeats the transaction number of its request.
public sealed interface FsReply extends Message {
    @Override
    default boolean isAnswer() {
        return true;
    }

    /// The path goes on below a mount point.
    int ENTER_MOUNT = -301;

    /// The path goes on above the root of this file system.
    int LEAVE_MOUNT = -302;

    /// The path goes on behind an absolute symbolic link.
    int SYMLINK = -303;

    /// Which request this answers.
    int transaction();

    /// Success or a negative error number: the answer to every request that failed.
    record FsResult(int transaction, int status) implements FsReply {
        @Override
        public int type() {
            return status;
        }
    }

    /// An inode that is open now, until REQ_PUTNODE; `device` counts for device nodes.
    record FsNode(int transaction, int inode, int mode, long size, int device, int uid, int gid)
            implements FsReply {
        @Override
        public int type() {
            return 0;
        }
    }

    /// How much was moved, and the position behind it.
    record FsTransfer(int transaction, int bytes, long newPos) implements FsReply {
        @Override
        public int type() {
            return bytes;
        }
    }

    /// A path that goes on elsewhere: status is [#ENTER_MOUNT] (go on at `offset` in the file
    /// system mounted on `inode`), [#LEAVE_MOUNT] or [#SYMLINK] (an absolute link: start again with
    /// the path of `pathLength` bytes that is in the grant now).
    record FsCrossing(
            int transaction, int status, int inode, int offset, int symlinks, int pathLength)
            implements FsReply {
        @Override
        public int type() {
            return status;
        }
    }
}
