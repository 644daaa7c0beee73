package ring3.syslib;

/// The error numbers of the emulated system (minix: sys/sys/errno.h). A call returns zero or more
/// when it succeeds, and the negative of one of these numbers when it does not.
public enum Errno {
    OK(0),
    EPERM(1),
    ENOENT(2),
    ESRCH(3),
    EINTR(4),
    EIO(5),
    ENXIO(6),
    E2BIG(7),
    ENOEXEC(8),
    EBADF(9),
    ECHILD(10),
    ENOMEM(12),
    EACCES(13),
    EFAULT(14),
    ENOTBLK(15),
    EBUSY(16),
    EEXIST(17),
    EXDEV(18),
    ENODEV(19),
    ENOTDIR(20),
    EISDIR(21),
    EINVAL(22),
    ENFILE(23),
    EMFILE(24),
    ENOTTY(25),
    EFBIG(27),
    ENOSPC(28),
    ESPIPE(29),
    EROFS(30),
    EMLINK(31),
    EPIPE(32),
    EDOM(33),
    ERANGE(34),
    EAGAIN(35),
    ELOOP(62),
    ENAMETOOLONG(63),
    ENOTEMPTY(66),
    ENOSYS(78),
    ERESTART(200),
    ENOTREADY(201),
    EDEADSRCDST(202),
    EDONTREPLY(203),
    EGENERIC(204),
    ELOCKED(208),
    EBADCALL(209),
    ECALLDENIED(210),
    ETRAPDENIED(211),
    EBADREQUEST(212),
    ENOCONN(214);

    private static final Errno[] BY_NUMBER = byNumber();

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /// The positive number, as `errno` shows it.
    public int number() {
        return number;
    }

    /// The value that a failing call returns: the negative of [#number()].
    public int status() {
        return -number;
    }

    /// The error behind a returned value; OK for every value that is not negative, EGENERIC for a
    /// number that the system does not know.
    public static Errno of(int status) {
        if (status >= 0) {
            return OK;
        }
        return -status < BY_NUMBER.length && -status > 0 ? BY_NUMBER[-status] : EGENERIC;
    }

    private static Errno[] byNumber() {
        Errno[] table = new Errno[256];
        java.util.Arrays.fill(table, EGENERIC);
        for (Errno error : values()) {
            table[error.number] = error;
        }
        return table;
    }
}
