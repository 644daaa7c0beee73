package ring3.components.lib.posix;

import ring3.syslib.Errno;

/// What people are told of an error number (minix: lib/libc, strerror).
public final class ErrorText {
    private ErrorText() {}

    /// The text for an error.
    public static String of(Errno error) {
        return switch (error) {
            case OK -> "Success";
            case EPERM -> "Operation not permitted";
            case ENOENT -> "No such file or directory";
            case ESRCH -> "No such process";
            case EINTR -> "Interrupted system call";
            case EIO -> "Input/output error";
            case ENXIO -> "No such device or address";
            case E2BIG -> "Argument list too long";
            case ENOEXEC -> "Exec format error";
            case EBADF -> "Bad file descriptor";
            case ECHILD -> "No child processes";
            case ENOMEM -> "Cannot allocate memory";
            case EACCES -> "Permission denied";
            case EFAULT -> "Bad address";
            case ENOTBLK -> "Block device required";
            case EBUSY -> "Device or resource busy";
            case EEXIST -> "File exists";
            case EXDEV -> "Invalid cross-device link";
            case ENODEV -> "No such device";
            case ENOTDIR -> "Not a directory";
            case EISDIR -> "Is a directory";
            case EINVAL -> "Invalid argument";
            case ENFILE -> "Too many open files in system";
            case EMFILE -> "Too many open files";
            case ENOTTY -> "Inappropriate ioctl for device";
            case EFBIG -> "File too large";
            case ENOSPC -> "No space left on device";
            case ESPIPE -> "Illegal seek";
            case EROFS -> "Read-only file system";
            case EMLINK -> "Too many links";
            case EPIPE -> "Broken pipe";
            case EDOM -> "Numerical argument out of domain";
            case ERANGE -> "Numerical result out of range";
            case EAGAIN -> "Resource temporarily unavailable";
            case ELOOP -> "Too many levels of symbolic links";
            case ENAMETOOLONG -> "File name too long";
            case ENOTEMPTY -> "Directory not empty";
            case ENOSYS -> "Function not implemented";
            case ERESTART -> "Service restarted";
            case ENOTREADY -> "Not ready";
            case EDEADSRCDST -> "Service is dead";
            case EDONTREPLY -> "No reply due";
            case EGENERIC -> "Unknown error";
            case ELOCKED -> "Would deadlock";
            case EBADCALL -> "Bad call";
            case ECALLDENIED -> "Call denied";
            case ETRAPDENIED -> "Trap denied";
            case EBADREQUEST -> "Bad request";
            case ENOCONN -> "No connection";
        };
    }
}
