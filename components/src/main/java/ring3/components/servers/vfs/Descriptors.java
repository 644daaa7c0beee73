package ring3.components.servers.vfs;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Errno;

/// The file descriptors of a process.
final class Descriptors {
    /// How many a process may have (minix: OPEN_MAX).
    static final int COUNT = 255;

    private final @Nullable Filp[] filps = new @Nullable Filp[COUNT];
    private final boolean[] closedByExec = new boolean[COUNT];
    private boolean closed;

    /// The open file behind `fd`, or EBADF.
    Filp get(int fd) {
        Filp filp = fd < 0 || fd >= COUNT ? null : filps[fd];
        if (filp == null) {
            throw new Refused(Errno.EBADF);
        }
        return filp;
    }

    /// The lowest free descriptor that is not below `from`; EMFILE when there is none.
    int lowestFree(int from) {
        for (int fd = from; fd < COUNT; fd++) {
            if (filps[fd] == null) {
                return fd;
            }
        }
        throw new Refused(Errno.EMFILE);
    }

    /// Puts a file behind a free descriptor. A process that has ended meanwhile cannot have it any
    /// more, so it is closed at once.
    void set(int fd, Filp filp, boolean closeOnExec) {
        assert filps[fd] == null : "descriptor " + fd + " is taken";
        filp.dup();
        if (closed) {
            filp.close();
            return;
        }
        filps[fd] = filp;
        closedByExec[fd] = closeOnExec;
    }

    boolean closesOnExec(int fd) {
        return closedByExec[fd];
    }

    void setClosesOnExec(int fd, boolean closes) {
        closedByExec[fd] = closes;
    }

    /// Closes `fd` if it is open.
    void close(int fd) {
        Filp filp = filps[fd];
        if (filp != null) {
            filps[fd] = null;
            filp.close();
        }
    }

    /// Another program starts in the process.
    void exec() {
        for (int fd = 0; fd < COUNT; fd++) {
            if (closedByExec[fd]) {
                close(fd);
            }
        }
    }

    /// The process ends.
    void closeAll() {
        closed = true;
        for (int fd = 0; fd < COUNT; fd++) {
            close(fd);
        }
    }

    /// The descriptors of a child: the same open files.
    Descriptors fork() {
        Descriptors copy = new Descriptors();
        for (int fd = 0; fd < COUNT; fd++) {
            Filp filp = filps[fd];
            copy.filps[fd] = filp == null ? null : filp.dup();
            copy.closedByExec[fd] = closedByExec[fd];
        }
        return copy;
    }
}
