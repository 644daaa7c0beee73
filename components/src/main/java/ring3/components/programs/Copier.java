package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// Copies files and trees, for `cp` and for `mv` between file systems.
final class Copier {
    private static final int PERMISSIONS = 0777;

    private final Posix posix;
    private final String program;

    /// Complains in the name of `program`.
    Copier(Posix posix, String program) {
        this.posix = posix;
        this.program = program;
    }

    /// Copies a file, or with `recursive` a whole tree. Returns 0, or 1 after a complaint.
    int copy(String from, String to, boolean recursive) {
        Outcome<Stat> source = recursive ? posix.tree().lstat(from) : posix.tree().stat(from);
        return switch (source) {
            case Outcome.Failure<Stat>(Errno error) -> complain(from, error);
            case Outcome.Success<Stat>(Stat stat) -> {
                if (isSameFile(stat, to)) {
                    posix.complain(program, from + " and " + to + " are the same file");
                    yield 1;
                }
                yield copy(stat, from, to, recursive);
            }
        };
    }

    private boolean isSameFile(Stat stat, String to) {
        return posix.tree().stat(to) instanceof Outcome.Success(Stat other)
                && other.inode() == stat.inode()
                && other.device() == stat.device()
                && (stat.mode() & Stat.TYPE_MASK) == (other.mode() & Stat.TYPE_MASK);
    }

    private int copy(Stat stat, String from, String to, boolean recursive) {
        if (stat.isDirectory() && !recursive) {
            return complain(from, Errno.EISDIR);
        }
        if (stat.isDirectory()) {
            return copyTree(stat, from, to);
        }
        return (stat.mode() & Stat.TYPE_MASK) == Stat.SYMLINK
                ? copyLink(from, to)
                : copyFile(stat, from, to);
    }

    private int copyTree(Stat stat, String from, String to) {
        boolean there = posix.tree().isDirectory(to);
        int made = there ? 0 : posix.tree().mkdir(to, stat.mode() & PERMISSIONS);
        if (made < 0) {
            return complain(to, Errno.of(made));
        }
        return switch (posix.tree().list(from)) {
            case Outcome.Failure<List<Dirent>>(Errno error) -> complain(from, error);
            case Outcome.Success<List<Dirent>>(List<Dirent> entries) -> {
                int status = 0;
                for (Dirent entry : entries) {
                    String name = "/" + entry.name();
                    if (!name.equals("/.") && !name.equals("/..")) {
                        status |= copy(from + name, to + name, true);
                    }
                }
                yield status;
            }
        };
    }

    private int copyLink(String from, String to) {
        return switch (posix.tree().readlink(from)) {
            case Outcome.Failure<String>(Errno error) -> complain(from, error);
            case Outcome.Success<String>(String target) -> {
                int made = posix.tree().symlink(target, to);
                yield made < 0 ? complain(to, Errno.of(made)) : 0;
            }
        };
    }

    private int copyFile(Stat stat, String from, String to) {
        int in = posix.tree().open(from, Fcntl.O_RDONLY);
        if (in < 0) {
            return complain(from, Errno.of(in));
        }
        int flags = Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_TRUNC;
        int out = posix.tree().open(to, flags, stat.mode() & PERMISSIONS);
        int status = out < 0 ? complain(to, Errno.of(out)) : copyBytes(in, from, out, to);
        posix.files().close(in);
        if (out >= 0) {
            posix.files().close(out);
        }
        return status;
    }

    private int copyBytes(int in, String from, int out, String to) {
        while (true) {
            int got = posix.files().take(in);
            if (got <= 0) {
                return got < 0 ? complain(from, Errno.of(got)) : 0;
            }
            int written = posix.files().passOn(out, got);
            if (written < 0) {
                return complain(to, Errno.of(written));
            }
        }
    }

    private int complain(String path, Errno error) {
        posix.complain(program, path, error);
        return 1;
    }
}
