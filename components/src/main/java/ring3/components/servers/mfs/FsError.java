package ring3.components.servers.mfs;

import ring3.syslib.Errno;

/// Ends a request that cannot be done. It is thrown where the reason is found, however deep below
/// the request, and turned into the answer in one place, [FileServer].
final class FsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;

    FsError(Errno errno) {
        super(null, null, false, false);
        this.errno = errno;
    }

    /// The error number for the client.
    Errno errno() {
        return errno;
    }

    /// Passes on a status of the kernel or of a driver that is not negative; else throws.
    static int check(int status) {
        if (status < 0) {
            throw new FsError(Errno.of(status));
        }
        return status;
    }

    /// Refuses a request with `errno` when the condition holds.
    static void when(boolean condition, Errno errno) {
        if (condition) {
            throw new FsError(errno);
        }
    }
}
