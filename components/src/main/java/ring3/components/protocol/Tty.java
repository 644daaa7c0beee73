package ring3.components.protocol;

/// Control requests of terminals.
public final class Tty {
    /// Stores the mode, a 32-bit set of the flags below.
    public static final int GET_MODE = 1;

    /// Sets the mode.
    public static final int SET_MODE = 2;

    /// Sets the process group that the keys for interrupt and quit signal, a 32-bit number.
    public static final int SET_GROUP = 3;

    /// Stores that group.
    public static final int GET_GROUP = 4;

    /// Stores rows and columns, two 32-bit numbers.
    public static final int GET_SIZE = 5;

    /// Input comes in lines, with erase, kill and end-of-file keys.
    public static final int CANONICAL = 1;

    /// Input is shown.
    public static final int ECHO = 2;

    /// The interrupt and quit keys raise signals.
    public static final int SIGNALS = 4;

    /// A newline is sent as carriage return and newline.
    public static final int ONLCR = 8;

    /// A carriage return is read as newline.
    public static final int ICRNL = 16;

    /// What a terminal starts with.
    public static final int COOKED = CANONICAL | ECHO | SIGNALS | ONLCR | ICRNL;

    private Tty() {}
}
