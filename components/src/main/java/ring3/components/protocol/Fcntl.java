package ring3.components.protocol;

/// Flags of open files and commands of `fcntl` (minix: sys/sys/fcntl.h).
public final class Fcntl {
    public static final int O_RDONLY = 0x0;
    public static final int O_WRONLY = 0x1;
    public static final int O_RDWR = 0x2;
    public static final int O_ACCMODE = 0x3;
    public static final int O_NONBLOCK = 0x4;
    public static final int O_APPEND = 0x8;
    public static final int O_CREAT = 0x200;
    public static final int O_TRUNC = 0x400;
    public static final int O_EXCL = 0x800;
    public static final int O_NOCTTY = 0x8000;
    public static final int O_DIRECTORY = 0x200000;
    public static final int O_CLOEXEC = 0x400000;

    /// Duplicates to the lowest free descriptor that is not below the argument.
    public static final int F_DUPFD = 0;

    public static final int F_GETFD = 1;
    public static final int F_SETFD = 2;
    public static final int F_GETFL = 3;
    public static final int F_SETFL = 4;

    /// Duplicates to exactly the argument, closing what was there.
    public static final int F_DUP2 = 16;

    /// The descriptor flag: closed by exec.
    public static final int FD_CLOEXEC = 1;

    public static final int SEEK_SET = 0;
    public static final int SEEK_CUR = 1;
    public static final int SEEK_END = 2;

    private Fcntl() {}
}
