package ring3.components.servers.vfs;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqRdlink;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqRmdir;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsAccess;
import ring3.components.protocol.Vfs.VfsChmod;
import ring3.components.protocol.Vfs.VfsLink;
import ring3.components.protocol.Vfs.VfsMkdir;
import ring3.components.protocol.Vfs.VfsMknod;
import ring3.components.protocol.Vfs.VfsReadlink;
import ring3.components.protocol.Vfs.VfsRename;
import ring3.components.protocol.Vfs.VfsSymlink;
import ring3.components.protocol.Vfs.VfsTruncate;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.GrantTable;

/// The calls that name a file by its path (minix: servers/vfs/link.c, open.c, protect.c, stadir.c).
/// Everybody is the superuser so far, who may do what the file system can do.
final class PathCalls {
    private static final int ROOT_USER = 0;
    private static final int PERMISSIONS = 07777;
    private static final int ANY_EXECUTE = 0111;
    private static final int W_OK = 2;
    private static final int X_OK = 1;
    private static final int ACCESS_MODES = 7;

    /// The place of a name: a directory that may be changed, and the name granted to its server.
    private record Place(Call call, Vnode directory, String name, int grant) {
        Mount mount() {
            return directory.mount();
        }

        int inode() {
            return directory.inode();
        }

        int length() {
            return name.length();
        }

        void finish(IntFunction<Fs> composer) {
            mount().finish(call, composer);
        }
    }

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

    private void place(Call call, String path, Consumer<Place> found) {
        lookup.parent(
                call,
                path,
                (directory, name) -> {
                    directory.mount().requireWritable();
                    int grant = loans.ofName(call, directory.server(), name);
                    found.accept(new Place(call, directory, name, grant));
                });
    }

    private void place(Call call, int path, int length, Consumer<Place> found) {
        place(call, loans.path(call, path, length), found);
    }

    // ---- Names

    void unlink(Call call, int path, int length) {
        place(call, path, length, PathCalls::unlink);
    }

    private static void unlink(Place at) {
        at.finish(id -> new ReqUnlink(id, at.inode(), at.grant(), at.length()));
    }

    void rmdir(Call call, int path, int length) {
        place(call, path, length, PathCalls::rmdir);
    }

    private static void rmdir(Place at) {
        at.finish(id -> new ReqRmdir(id, at.inode(), at.grant(), at.length()));
    }

    void link(Call call, VfsLink link) {
        String newPath = loans.path(call, link.newPath(), link.newLength());
        find(
                call,
                link.path(),
                link.length(),
                Fs.NO_FOLLOW,
                node -> place(call, newPath, at -> link(node, at)));
    }

    private static void link(Vnode node, Place at) {
        if (node.isDirectory()) {
            throw new Refused(Errno.EPERM);
        }
        requireSame(node.mount(), at.mount());
        at.finish(id -> new ReqLink(id, at.inode(), at.grant(), at.length(), node.inode()));
    }

    void rename(Call call, VfsRename rename) {
        String newPath = loans.path(call, rename.newPath(), rename.newLength());
        place(
                call,
                rename.path(),
                rename.length(),
                from -> place(call, newPath, to -> rename(from, to)));
    }

    private static void rename(Place from, Place to) {
        requireSame(from.mount(), to.mount());
        to.finish(id ->
                new ReqRename(
                        id,
                        from.inode(),
                        from.grant(),
                        from.length(),
                        to.inode(),
                        to.grant(),
                        to.length()));
    }

    private static void requireSame(Mount one, Mount other) {
        if (!one.equals(other)) {
            throw new Refused(Errno.EXDEV);
        }
    }

    // ---- New files

    void mkdir(Call call, VfsMkdir mkdir) {
        int mode = Stat.DIRECTORY | permissions(call, mkdir.mode());
        place(call, mkdir.path(), mkdir.length(), at -> mkdir(at, mode));
    }

    private static void mkdir(Place at, int mode) {
        int length = at.length();
        at.finish(
                id -> new ReqMkdir(id, at.inode(), at.grant(), length, mode, ROOT_USER, ROOT_USER));
    }

    void mknod(Call call, VfsMknod mknod) {
        int mode = (mknod.mode() & Stat.TYPE_MASK) | permissions(call, mknod.mode());
        place(call, mknod.path(), mknod.length(), at -> mknod(at, mode, mknod.device()));
    }

    private static void mknod(Place at, int mode, int device) {
        at.finish(id ->
                new ReqMknod(
                        id,
                        at.inode(),
                        at.grant(),
                        at.length(),
                        mode,
                        ROOT_USER,
                        ROOT_USER,
                        device));
    }

    private static int permissions(Call call, int mode) {
        return mode & PERMISSIONS & ~call.proc().umask();
    }

    void symlink(Call call, VfsSymlink symlink) {
        String target = loans.path(call, symlink.target(), symlink.targetLength());
        place(call, symlink.path(), symlink.length(), at -> symlink(at, target));
    }

    private void symlink(Place at, String target) {
        int grant = loans.ofName(at.call(), at.directory().server(), target);
        at.finish(id ->
                new ReqSlink(
                        id,
                        at.inode(),
                        at.grant(),
                        at.length(),
                        grant,
                        target.length(),
                        ROOT_USER,
                        ROOT_USER));
    }

    // ---- Files that are there

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
