package ring3.hardware;

import java.util.Arrays;

/// What a US keyboard sends in scan code set 1, for those who type with characters instead of
/// fingers. Codes after the IBM PC AT technical reference; `minix: drivers/hid/pckbd/table.c`.
public final class ScanCodes {
    private static final int LEFT_SHIFT = 0x2a;
    private static final int LEFT_CONTROL = 0x1d;
    private static final int BREAK = 0x80;

    /// The keys with characters, each at its make code; a row of the keyboard is a run of codes.
    private static final String PLAIN =
            "\0\u001b1234567890-=\b\tqwertyuiop[]\n\0asdfghjkl;'`\0\\zxcvbnm,./\0\0\0 ";

    private static final String SHIFTED =
            "\0\0!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:\"~\0|ZXCVBNM<>?";

    private static final char DELETE = 0x7f;
    private static final int CONTROL_MAX = 26;
    private static final char CONTROL_OFFSET = 'a' - 1;

    private ScanCodes() {}

    /// The bytes of a finger typing `c`: make and break of its key, within those of Shift or
    /// Control where it takes them. Codes 1 to 26 are Control with a letter, except Tab, Enter and
    /// Backspace, which have keys of their own; DEL is Backspace too. No bytes if no key has the
    /// character.
    public static int[] typing(char c) {
        if (c == 0) {
            return new int[0];
        }
        char typed = c == DELETE ? '\b' : c == '\r' ? '\n' : c;
        int plain = PLAIN.indexOf(typed);
        if (plain >= 0) {
            return stroke(plain, false, false);
        }
        int shifted = SHIFTED.indexOf(typed);
        if (shifted >= 0) {
            return stroke(shifted, true, false);
        }
        return typed <= CONTROL_MAX
                ? stroke(PLAIN.indexOf(typed + CONTROL_OFFSET), false, true)
                : new int[0];
    }

    /// The bytes of pressing and releasing a named key, perhaps while Shift or Control are held.
    public static int[] pressing(Key key, boolean shift, boolean control) {
        return stroke(key.makeCode(), shift, control);
    }

    private static int[] stroke(int makeCode, boolean shift, boolean control) {
        var codes = new int[8];
        int size = 0;
        if (control) {
            codes[size++] = LEFT_CONTROL;
        }
        if (shift) {
            codes[size++] = LEFT_SHIFT;
        }
        size = put(codes, size, makeCode);
        size = put(codes, size, makeCode | BREAK);
        if (shift) {
            codes[size++] = LEFT_SHIFT | BREAK;
        }
        if (control) {
            codes[size++] = LEFT_CONTROL | BREAK;
        }
        return Arrays.copyOf(codes, size);
    }

    private static int put(int[] codes, int at, int code) {
        int size = at;
        if (code > 0xff) {
            codes[size++] = code >> 8;
        }
        codes[size++] = code & 0xff;
        return size;
    }
}
