package ring3.components.drivers.tty;

import java.util.function.IntConsumer;

/// Turns scan codes of set 1 into characters, for a keyboard with US layout. Keys without a
/// character send the sequences of a VT100 (minix: drivers/tty/tty/keyboard.c, keymaps/us-std.src).
final class KeyCodes {
    private static final int BREAK = 0x80;
    private static final int EXTENDED = 0xe0;
    private static final int EXTENDED_TWICE = 0xe1;

    private static final int CONTROL = 0x1d;
    private static final int LEFT_SHIFT = 0x2a;
    private static final int RIGHT_SHIFT = 0x36;
    private static final int CAPS_LOCK = 0x3a;
    private static final int NUM_LOCK = 0x45;
    private static final int KEYPAD_FIRST = 0x47;
    private static final int KEYPAD_LAST = 0x53;
    private static final int KEYPAD_ENTER = 0x1c;
    private static final int KEYPAD_SLASH = 0x35;
    private static final int ESCAPE = 0x1b;

    /// Pause sends E1 and two more codes when it goes down, and the same when it goes up.
    private static final int CODES_OF_PAUSE = 2;

    private static final String PLAIN =
            "\0\0331234567890-=\b\tqwertyuiop[]\r\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";
    private static final String SHIFTED =
            "\0\033!@#$%^&*()_+\b\tQWERTYUIOP{}\r\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

    private static final String KEYPAD_DIGITS = "789-456+1230.";

    /// What follows ESC [ for the keys of the keypad and its extended twins; minus and plus are
    /// themselves, the middle and the Insert key nothing, Delete is DEL.
    private static final String KEYPAD_FINALS = "HAV-D\0C+YBU\0\177";

    private final IntConsumer characters;
    private boolean extended;
    private int skipped;
    private boolean leftShift;
    private boolean rightShift;
    private boolean control;
    private boolean capsLock;
    private boolean numLock;

    /// Each character goes to `characters`.
    KeyCodes(IntConsumer characters) {
        this.characters = characters;
    }

    /// The keyboard sent a code.
    void accept(int code) {
        if (skipped > 0) {
            skipped--;
        } else if (code == EXTENDED) {
            extended = true;
        } else if (code == EXTENDED_TWICE) {
            skipped = CODES_OF_PAUSE;
        } else {
            key(code & ~BREAK, (code & BREAK) == 0, extended);
            extended = false;
        }
    }

    private void key(int key, boolean down, boolean extended) {
        switch (key) {
            case CONTROL -> control = down;
            case LEFT_SHIFT -> leftShift = down && !extended; // Extended: only wraps another key.
            case RIGHT_SHIFT -> rightShift = down && !extended;
            case CAPS_LOCK -> capsLock ^= down;
            case NUM_LOCK -> numLock ^= down;
            default -> {
                if (down) {
                    pressed(key, extended);
                }
            }
        }
    }

    private void pressed(int key, boolean extended) {
        if (key >= KEYPAD_FIRST && key <= KEYPAD_LAST) {
            keypad(key - KEYPAD_FIRST, numLock && !extended);
        } else if (!extended || key == KEYPAD_ENTER || key == KEYPAD_SLASH) {
            character(key, extended);
        }
    }

    private void character(int key, boolean extended) {
        if (key >= PLAIN.length()) {
            return;
        }
        char plain = PLAIN.charAt(key);
        boolean shift = leftShift || rightShift;
        boolean letter = plain >= 'a' && plain <= 'z';
        boolean upper = !extended && (letter ? shift != capsLock : shift);
        char character = upper ? SHIFTED.charAt(key) : plain;
        if (plain != '\0') {
            characters.accept(control ? controlled(SHIFTED.charAt(key), character) : character);
        }
    }

    /// Control makes the control characters of ASCII columns 4 and 5, and NUL of the space bar.
    private static int controlled(char shifted, char character) {
        char upper = character >= 'a' && character <= 'z' ? shifted : character;
        return upper >= '@' && upper <= '_' ? upper & 0x1f : upper == ' ' ? 0 : upper;
    }

    private void keypad(int index, boolean digits) {
        char found = (digits ? KEYPAD_DIGITS : KEYPAD_FINALS).charAt(index);
        if (found >= 'A' && found <= 'Z') {
            characters.accept(ESCAPE);
            characters.accept('[');
        }
        if (found != '\0') {
            characters.accept(found);
        }
    }
}
