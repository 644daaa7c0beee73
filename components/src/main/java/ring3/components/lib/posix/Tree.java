package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// Calls on the tree of files, by path. Those that return an `int` return zero or more on success
/// and a negative error number on failure.
public final class Tree {
    private static final int DEFAULT_MODE = 0666;

    private final Syslib sys;
    private final Areas areas;
    private final Files files;

    Tree(Syslib sys, Areas areas, Files files) {
        this.sys = sys;
        this.areas = areas;
        this.files = files;
    }

    @FunctionalInterface
    private interface OnPath {
        Message request(int path, int length);
    }

    @FunctionalInterface
    private interface OnPaths {
        Message request(int path, int length, int newPath, int newLength);
    }

    /// Opens a file; the flags are those of [Fcntl]. Returns the descriptor.
    public int open(String path, int flags) {
        return open(path, flags, DEFAULT_MODE);
    }

    /// Opens a file, and makes it with these permissions when O_CREAT is among the flags.
    public int open(String path, int flags, int mode) {
        return on(path, (at, length) -> new Vfs.VfsOpen(at, length, flags, mode));
    }

    /// What a file is; a symbolic link at the end is followed.
    public Outcome<Stat> stat(String path) {
        int into = areas.transfer();
        return loadStat(on(path, (at, length) -> new Vfs.VfsStat(at, length, into)));
    }

    /// What a file is; a symbolic link at the end is the file itself.
    public Outcome<Stat> lstat(String path) {
        int into = areas.transfer();
        return loadStat(on(path, (at, length) -> new Vfs.VfsLstat(at, length, into)));
    }

    private Outcome<Stat> loadStat(int status) {
        return status < 0
                ? Outcome.failure(status)
                : new Outcome.Success<>(Stat.load(areas.memory(), areas.transfer()));
    }

    /// Whether a directory has that path.
    public boolean isDirectory(String path) {
        return stat(path) instanceof Outcome.Success(Stat stat) && stat.isDirectory();
    }

    /// The entries of a directory in the order of the directory, `.` and `..` among them.
    public Outcome<List<Dirent>> list(String path) {
        int fd = open(path, Fcntl.O_RDONLY | Fcntl.O_DIRECTORY);
        if (fd < 0) {
            return Outcome.failure(fd);
        }
        List<Dirent> all = new ArrayList<>();
        Outcome<List<Dirent>> part = files.getdents(fd);
        while (part instanceof Outcome.Success(List<Dirent> some) && !some.isEmpty()) {
            all.addAll(some);
            part = files.getdents(fd);
        }
        files.close(fd);
        return part instanceof Outcome.Failure ? part : new Outcome.Success<>(all);
    }

    /// Where a symbolic link leads.
    public Outcome<String> readlink(String path) {
        int into = areas.transfer();
        int bytes = on(path, (at, length) -> new Vfs.VfsReadlink(at, length, into, Areas.PATH_MAX));
        return bytes < 0 ? Outcome.failure(bytes) : new Outcome.Success<>(areas.text(into, bytes));
    }

    /// Makes a directory.
    public int mkdir(String path, int mode) {
        return on(path, (at, length) -> new Vfs.VfsMkdir(at, length, mode));
    }

    /// Makes a device node; `mode` holds its type and its permissions, see [Stat].
    public int mknod(String path, int mode, int device) {
        return on(path, (at, length) -> new Vfs.VfsMknod(at, length, mode, device));
    }

    /// Removes an empty directory.
    public int rmdir(String path) {
        return on(path, Vfs.VfsRmdir::new);
    }

    /// Removes a name.
    public int unlink(String path) {
        return on(path, Vfs.VfsUnlink::new);
    }

    /// Gives a file another name, in place of the one it has.
    public int rename(String path, String newPath) {
        return on(path, newPath, Vfs.VfsRename::new);
    }

    /// Gives a file another name, beside the one it has.
    public int link(String path, String newPath) {
        return on(path, newPath, Vfs.VfsLink::new);
    }

    /// Makes a symbolic link at `path` that leads to `target`.
    public int symlink(String target, String path) {
        return on(target, path, Vfs.VfsSymlink::new);
    }

    /// Changes the permissions.
    public int chmod(String path, int mode) {
        return on(path, (at, length) -> new Vfs.VfsChmod(at, length, mode));
    }

    /// Makes `path` the working directory.
    public int chdir(String path) {
        return on(path, Vfs.VfsChdir::new);
    }

    /// Whether the file may be used so: 4 read, 2 write, 1 execute, added up; 0 asks whether it is
    /// there. Returns 0 or the error.
    public int access(String path, int mode) {
        return on(path, (at, length) -> new Vfs.VfsAccess(at, length, mode));
    }

    private int on(String path, OnPath on) {
        if (path.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        return sys.call(Endpoint.VFS, on.request(areas.path(0, path), path.length()));
    }

    private int on(String path, String newPath, OnPaths on) {
        if (Math.max(path.length(), newPath.length()) > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        int first = areas.path(0, path);
        int second = areas.path(1, newPath);
        return sys.call(Endpoint.VFS, on.request(first, path.length(), second, newPath.length()));
    }
}
