package ring3.components.servers.vfs;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqRmdir;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsLink;
import ring3.components.protocol.Vfs.VfsMkdir;
import ring3.components.protocol.Vfs.VfsMknod;
import ring3.components.protocol.Vfs.VfsRename;
import ring3.components.protocol.Vfs.VfsSymlink;
import ring3.syslib.Errno;

/// The calls that give and take names: each changes a directory (minix: servers/vfs/link.c,
/// open.c).
final class NameCalls {
    private static final int ROOT_USER = 0;
    private static final int PERMISSIONS = 07777;

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

    NameCalls(Lookup lookup, Loans loans) {
        this.lookup = lookup;
        this.loans = loans;
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
        place(call, path, length, NameCalls::unlink);
    }

    private static void unlink(Place at) {
        at.finish(id -> new ReqUnlink(id, at.inode(), at.grant(), at.length()));
    }

    void rmdir(Call call, int path, int length) {
        place(call, path, length, NameCalls::rmdir);
    }

    private static void rmdir(Place at) {
        at.finish(id -> new ReqRmdir(id, at.inode(), at.grant(), at.length()));
    }

    void link(Call call, VfsLink link) {
        String newPath = loans.path(call, link.newPath(), link.newLength());
        lookup.find(
                call,
                loans.path(call, link.path(), link.length()),
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
}
