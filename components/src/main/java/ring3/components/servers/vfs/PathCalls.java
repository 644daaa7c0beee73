package ring3.components.servers.vfs;

import java.util.function.Consumer;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqRdlink;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsAccess;
import ring3.components.protocol.Vfs.VfsChmod;
import ring3.components.protocol.Vfs.VfsReadlink;
import ring3.components.protocol.Vfs.VfsTruncate;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;

/// The calls that name by its path a file that is there (minix: servers/vfs/protect.c, stadir.c).
/// Everybody is the superuser so far, who may do what the file system can do.
final class PathCalls {
    private static final int PERMISSIONS = 07777;
    private static final int ANY_EXECUTE = 0111;
    private static final int W_OK = 2;
    private static final int X_OK = 1;
    private static final int ACCESS_MODES = 7;

    private final Lookup lookup;
    private final Loans loans;

    PathCalls(Lookup lookup, Loans loans) {
        this.lookup = lookup;
        this.loans = loans;
    }

    /// Finds the file whose path lies in the caller's memory.
    void find(Call call, int path, int length, int flags, Consumer<Vnode> found) {
        lookup.find(call, loans.path(call, path, length), flags, found);
    }

    void readlink(Call call, VfsReadlink readlink) {
        find(
                call,
                readlink.path(),
                readlink.length(),
                Fs.NO_FOLLOW,
                node -> readlink(call, readlink, node));
    }

    private void readlink(Call call, VfsReadlink readlink, Vnode node) {
        if (node.fileType() != Stat.SYMLINK) {
            throw new Refused(Errno.EINVAL);
        }
        int bytes = readlink.bytes();
        int grant = loans.ofUser(call, node.server(), readlink.address(), bytes, GrantTable.WRITE);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqRdlink(id, node.inode(), grant, bytes),
                        moved -> call.done(moved.bytes()));
    }

    void chmod(Call call, VfsChmod chmod) {
        int mode = chmod.mode() & PERMISSIONS;
        find(call, chmod.path(), chmod.length(), 0, node -> chmod(call, node, mode));
    }

    private static void chmod(Call call, Vnode node, int mode) {
        node.mount().requireWritable();
        node.mount()
                .ask(
                        call,
                        FsResult.class,
                        id -> new ReqChmod(id, node.inode(), mode),
                        done -> {
                            node.changeMode(mode);
                            call.done(done.status());
                        });
    }

    void access(Call call, VfsAccess access) {
        if ((access.mode() & ~ACCESS_MODES) != 0) {
            throw new Refused(Errno.EINVAL);
        }
        find(call, access.path(), access.length(), 0, node -> access(call, node, access.mode()));
    }

    /// The superuser may read and write everything, but runs only what somebody may run.
    private static void access(Call call, Vnode node, int mode) {
        if ((mode & X_OK) != 0 && !node.isDirectory() && (node.mode() & ANY_EXECUTE) == 0) {
            throw new Refused(Errno.EACCES);
        }
        if ((mode & W_OK) != 0 && (node.isRegular() || node.isDirectory())) {
            node.mount().requireWritable();
        }
        call.done(0);
    }

    void truncate(Call call, VfsTruncate truncate) {
        long size = truncate.size();
        if (size < 0) {
            throw new Refused(Errno.EINVAL);
        }
        find(call, truncate.path(), truncate.length(), 0, node -> truncate(call, node, size));
    }

    private static void truncate(Call call, Vnode node, long size) {
        if (!node.isRegular()) {
            throw new Refused(node.isDirectory() ? Errno.EISDIR : Errno.EINVAL);
        }
        node.mount().requireWritable();
        OpenCalls.truncate(call, node, size, () -> call.done(0));
    }
}
