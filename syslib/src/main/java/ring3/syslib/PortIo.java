package ring3.syslib;

/// How requests for port accesses are encoded (minix: include/minix/devio.h).
public final class PortIo {
    public static final int INPUT = 0x001;
    public static final int OUTPUT = 0x002;
    public static final int BYTE = 0x010;
    public static final int WORD = 0x020;
    public static final int LONG = 0x030;

    /// The buffer of a SYS_SDEVIO is a grant.
    public static final int SAFE = 0x100;

    /// Bytes of a (port, value) pair in a vector: a 32-bit port and a 32-bit value.
    public static final int PAIR_BYTES = 8;

    /// The most pairs in one vector of bytes or words; of 32-bit values half as many.
    public static final int PAIRS_MAX = 16;

    private PortIo() {}

    /// The width of an access in bytes (1, 2 or 4), or 0 when the request names none.
    public static int width(int request) {
        return switch (request & 0x0f0) {
            case BYTE -> 1;
            case WORD -> 2;
            case LONG -> 4;
            default -> 0;
        };
    }

    /// Whether the request moves data to the port; false for an input.
    public static boolean isOutput(int request) {
        return (request & 0x00f) == OUTPUT;
    }

    /// Whether the request names exactly one direction and a width.
    public static boolean isValid(int request) {
        int direction = request & 0x00f;
        return width(request) != 0 && (direction == INPUT || direction == OUTPUT);
    }
}
