package ring3.components.servers.vfs;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsCrossing;
import ring3.components.protocol.FsReply.FsNode;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;

/// Finds what a path names (minix: servers/vfs/path.c). A file server follows the path as far as it
/// leads inside its own file system; where it crosses into another, the walk goes on with that one.
final class Lookup {
    /// More symbolic links than this in one path are taken for a circle.
    static final int SYMLINKS_MAX = 8;

    private static final int ROOT_USER = 0;

    private final MountTable mounts;
    private final Loans loans;

    Lookup(MountTable mounts, Loans loans) {
        this.mounts = mounts;
        this.loans = loans;
    }

    /// Finds the file that `path` names; `call` holds it. An error ends the call.
    ///
    /// @param flags [ring3.components.protocol.Fs#NO_FOLLOW] or 0
    void find(Call call, String path, int flags, Consumer<Vnode> found) {
        find(call, path, flags, found, call::done);
    }

    /// As above, but an error is for `failed`.
    void find(Call call, String path, int flags, Consumer<Vnode> found, IntConsumer failed) {
        if (path.isEmpty()) {
            throw new Refused(Errno.ENOENT);
        }
        Walk walk = new Walk(call, flags, loans.store(call, ""), found, failed);
        walk.from(path.startsWith("/") ? root() : call.proc().directory(), path);
    }

    /// Finds the directory that holds, or would hold, the last name of `path`, and that name, which
    /// is `.` for the root.
    void parent(Call call, String path, BiConsumer<Vnode, String> found) {
        String trimmed = withoutTrailingSlashes(path);
        int slash = trimmed.lastIndexOf('/');
        String name = trimmed.substring(slash + 1);
        String directory = slash < 0 ? "." : trimmed.substring(0, slash + 1);
        find(
                call,
                directory,
                0,
                node -> {
                    requireDirectory(node);
                    found.accept(node, name.isEmpty() ? "." : name);
                });
    }

    static void requireDirectory(Vnode node) {
        if (!node.isDirectory()) {
            throw new Refused(Errno.ENOTDIR);
        }
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private Vnode root() {
        return mounts.root().root();
    }

    /// One path on its way. The buffer holds what is left of it, and the file server changes it
    /// there when it follows a symbolic link.
    private final class Walk {
        private final Call call;
        private final int flags;
        private final int buffer;
        private final Consumer<Vnode> found;
        private final IntConsumer failed;
        private int symlinks;

        Walk(Call call, int flags, int buffer, Consumer<Vnode> found, IntConsumer failed) {
            this.call = call;
            this.flags = flags;
            this.buffer = buffer;
            this.found = found;
            this.failed = failed;
        }

        /// Goes on with `path`, which is relative to `directory` whatever it begins with.
        void from(Vnode directory, String path) {
            String rest = withoutLeadingSlashes(path);
            String asked = rest.isEmpty() ? "." : rest;
            Mount mount = directory.mount();
            loans.put(buffer, asked);
            int grant = grantPath(mount);
            mount.request(
                    call,
                    id ->
                            new ReqLookup(
                                    id,
                                    directory.inode(),
                                    rootIn(mount),
                                    grant,
                                    asked.length(),
                                    Loans.PATH_MAX,
                                    flags,
                                    ROOT_USER,
                                    ROOT_USER),
                    reply -> goOn(mount, reply));
        }

        private int grantPath(Mount mount) {
            int access = GrantTable.READ | GrantTable.WRITE;
            return loans.ofOwn(call, mount.server(), buffer, Loans.PATH_MAX, access);
        }

        /// The inode above which `..` does not lead, or 0 when it is in another file system.
        private int rootIn(Mount mount) {
            return mount.equals(mounts.root()) ? root().inode() : 0;
        }

        private void goOn(Mount mount, FsReply reply) {
            switch (reply) {
                case FsNode node -> found.accept(mount.opened(call, node));
                case FsCrossing crossing -> cross(mount, crossing);
                default -> failed.accept(error(reply.type()));
            }
        }

        private static int error(int status) {
            return status < 0 ? status : Errno.EIO.status();
        }

        private void cross(Mount mount, FsCrossing crossing) {
            symlinks += crossing.symlinks();
            if (symlinks > SYMLINKS_MAX) {
                throw new Refused(Errno.ELOOP);
            }
            String rest = rest(crossing);
            switch (crossing.status()) {
                case FsReply.ENTER_MOUNT -> enter(mounts.on(mount, crossing.inode()), rest);
                case FsReply.LEAVE_MOUNT -> leave(mount, rest);
                case FsReply.SYMLINK -> from(root(), rest);
                default -> failed.accept(error(crossing.status()));
            }
        }

        private String rest(FsCrossing crossing) {
            int length = crossing.pathLength();
            int offset = crossing.offset();
            if (offset < 0 || offset > length || length > Loans.PATH_MAX) {
                throw new Refused(Errno.EIO);
            }
            return loans.text(buffer + offset, length - offset);
        }

        private void enter(@Nullable Mount mounted, String rest) {
            if (mounted == null) {
                throw new Refused(Errno.EIO);
            }
            from(mounted.root(), rest);
        }

        /// The rest begins with the `..` that leads out of the root of `mount`: it is looked up
        /// once more, in the directory that the root covers.
        private void leave(Mount mount, String rest) {
            Vnode covered = mount.covered();
            from(covered == null ? root() : covered, rest);
        }

        private static String withoutLeadingSlashes(String path) {
            int start = 0;
            while (start < path.length() && path.charAt(start) == '/') {
                start++;
            }
            return path.substring(start);
        }
    }
}
