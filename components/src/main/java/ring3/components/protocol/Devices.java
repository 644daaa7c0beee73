package ring3.components.protocol;

/// Device numbers: major in the upper, minor in the lower bits (minix: include/minix/dmap.h).
public final class Devices {
    /// The memory driver: minor 0 is the RAM disk `/dev/ram`, 3 `/dev/null`, 8 `/dev/zero`.
    public static final int MEMORY_MAJOR = 1;

    /// The disk driver: minor `5 * drive` is the whole drive.
    public static final int DISK_MAJOR = 3;

    /// The terminal driver: minor 0 is the console, 16 and 17 the serial lines.
    public static final int TTY_MAJOR = 4;

    /// `/dev/tty`, the controlling terminal of whoever opens it.
    public static final int CTTY_MAJOR = 5;

    public static final int RAM_MINOR = 0;
    public static final int NULL_MINOR = 3;
    public static final int ZERO_MINOR = 8;
    public static final int CONSOLE_MINOR = 0;
    public static final int SERIAL_MINOR = 16;

    /// Minors between one drive and the next.
    public static final int MINORS_PER_DRIVE = 5;

    private static final int MAJOR_SHIFT = 8;

    private Devices() {}

    /// The device number.
    public static int device(int major, int minor) {
        return major << MAJOR_SHIFT | minor;
    }

    /// Its major part.
    public static int major(int device) {
        return device >>> MAJOR_SHIFT;
    }

    /// Its minor part.
    public static int minor(int device) {
        return device & ((1 << MAJOR_SHIFT) - 1);
    }
}
