package ring3.components.lib.conf;

/// Numbers as people write them. -1 stands for what is none.
public final class ConfNumbers {
    /// What is no number.
    public static final int NONE = -1;

    private static final String TICKS = "HZ";
    private static final int TICKS_PER_SECOND = 60;
    private static final int MOST = 100_000_000;

    private ConfNumbers() {}

    /// A decimal number, or a hexadecimal one behind `0x`, as in C.
    public static int number(String text) {
        return text.startsWith("0x") ? number(text.substring(2), 16) : number(text, 10);
    }

    /// A hexadecimal number.
    public static int hexadecimal(String text) {
        return number(text, 16);
    }

    /// A length of time in clock ticks, which is written as ticks or, with HZ behind it, in
    /// seconds.
    public static int ticks(String text) {
        if (!text.endsWith(TICKS)) {
            return number(text);
        }
        int seconds = number(text.substring(0, text.length() - TICKS.length()));
        return seconds > MOST / TICKS_PER_SECOND
                ? NONE
                : Math.max(seconds * TICKS_PER_SECOND, NONE);
    }

    private static int number(String digits, int base) {
        int value = digits.isEmpty() ? NONE : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), base) : NONE;
            value = digit < 0 || value > MOST / base ? NONE : value * base + digit;
        }
        return value;
    }
}
