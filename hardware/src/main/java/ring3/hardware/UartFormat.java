package ring3.hardware;

/// The line control register and the divisor of a 16550: how a character looks on the wire, and so
/// how long it takes.
final class UartFormat {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long BASE_BAUD = 115_200;
    private static final int DIVISOR_OF_ZERO = 0x10000;
    private static final int WORD_LENGTH = 0x03;
    private static final int WORD_BITS_MIN = 5;
    private static final int TWO_STOP_BITS = 0x04;
    private static final int PARITY = 0x08;
    private static final int DIVISOR_ACCESS = 0x80;

    private int control;
    private int divisor;

    int control() {
        return control;
    }

    void setControl(int value) {
        control = value;
    }

    /// Whether the first two ports lead to the divisor at present.
    boolean showsDivisor() {
        return (control & DIVISOR_ACCESS) != 0;
    }

    int divisorLow() {
        return divisor & 0xff;
    }

    int divisorHigh() {
        return divisor >> 8;
    }

    void setDivisorLow(int value) {
        divisor = (divisor & 0xff00) | value;
    }

    void setDivisorHigh(int value) {
        divisor = (divisor & 0xff) | (value << 8);
    }

    /// Cuts a character to the bits that are transmitted.
    int mask(int value) {
        return value & ((1 << wordBits()) - 1);
    }

    /// The time of one character with its start, parity and stop bits.
    long characterNanos() {
        int stopBits = (control & TWO_STOP_BITS) != 0 ? 2 : 1;
        int parityBits = (control & PARITY) != 0 ? 1 : 0;
        long bits = 1L + wordBits() + parityBits + stopBits;
        return bits * (divisor == 0 ? DIVISOR_OF_ZERO : divisor) * SECOND_NANOS / BASE_BAUD;
    }

    private int wordBits() {
        return WORD_BITS_MIN + (control & WORD_LENGTH);
    }
}
