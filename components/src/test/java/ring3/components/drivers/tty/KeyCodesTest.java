package ring3.components.drivers.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ring3.hardware.Key;
import ring3.hardware.ScanCodes;

class KeyCodesTest {
    private static final int CAPS_LOCK = 0x3a;
    private static final int NUM_LOCK = 0x45;
    private static final int LEFT_SHIFT = 0x2a;
    private static final int RIGHT_CONTROL = 0x1d;
    private static final int BREAK = 0x80;
    private static final int Q = 0x10;

    private final StringBuilder typed = new StringBuilder();
    private final KeyCodes codes = new KeyCodes(character -> typed.append((char) character));

    private String press(int... pressed) {
        typed.setLength(0);
        for (int code : pressed) {
            codes.accept(code);
        }
        return typed.toString();
    }

    @Test
    void everyCharacterOfTheKeyboardComesOutAsItWasTyped() {
        for (char c = ' '; c < 0x7f; c++) {
            assertEquals(String.valueOf(c), press(ScanCodes.typing(c)));
        }
        assertEquals("\r", press(ScanCodes.typing('\n')));
        assertEquals("\t", press(ScanCodes.typing('\t')));
        assertEquals("\b", press(ScanCodes.typing('\b')));
        assertEquals("\033", press(ScanCodes.typing('\033')));
    }

    @Test
    void controlWithALetterIsItsControlCharacter() {
        assertEquals("\003", press(ScanCodes.typing('\003')));
        assertEquals("\004", press(ScanCodes.typing('\004')));
        assertEquals("\034", press(RIGHT_CONTROL, 0x2b, 0x2b | BREAK, RIGHT_CONTROL | BREAK));
        assertEquals("q", press(Q, Q | BREAK));
    }

    @Test
    void theRightControlKeyWorksToo() {
        assertEquals("\021", press(0xe0, RIGHT_CONTROL, Q, 0xe0, RIGHT_CONTROL | BREAK));
    }

    @Test
    void capsLockTurnsLettersOnlyAndShiftTurnsThemBack() {
        press(CAPS_LOCK, CAPS_LOCK | BREAK);
        assertEquals("Q1", press(Q, 0x02));
        assertEquals("q!", press(LEFT_SHIFT, Q, 0x02, LEFT_SHIFT | BREAK));

        press(CAPS_LOCK, CAPS_LOCK | BREAK);

        assertEquals("q", press(Q));
    }

    @Test
    void bothShiftKeysMustBeReleased() {
        assertEquals("QQq", press(LEFT_SHIFT, 0x36, Q, LEFT_SHIFT | BREAK, Q, 0x36 | BREAK, Q));
    }

    @Test
    void aKeyThatIsHeldRepeats() {
        assertEquals("qqq", press(Q, Q, Q, Q | BREAK));
    }

    @Test
    void arrowKeysSendTheSequencesOfATerminal() {
        assertEquals("\033[A", press(ScanCodes.pressing(Key.UP, false, false)));
        assertEquals("\033[B", press(ScanCodes.pressing(Key.DOWN, false, false)));
        assertEquals("\033[C", press(ScanCodes.pressing(Key.RIGHT, false, false)));
        assertEquals("\033[D", press(ScanCodes.pressing(Key.LEFT, false, false)));
        assertEquals("\177", press(ScanCodes.pressing(Key.DELETE, false, false)));
    }

    @Test
    void theShiftThatWrapsAnArrowKeyDoesNotStick() {
        assertEquals("\033[Aq", press(0xe0, LEFT_SHIFT, 0xe0, 0x48, 0xe0, LEFT_SHIFT | BREAK, Q));
        assertEquals("\033[Aq", press(0xe0, LEFT_SHIFT, 0xe0, 0x48, Q));
    }

    @Test
    void theKeypadTypesDigitsWhenNumLockIsOn() {
        assertEquals("\033[A-", press(0x48, 0x4a));
        press(NUM_LOCK, NUM_LOCK | BREAK);
        assertEquals("8-5.", press(0x48, 0x4a, 0x4c, 0x53));
        assertEquals("\033[A", press(0xe0, 0x48));
        assertEquals("\r/*", press(0xe0, 0x1c, 0xe0, 0x35, 0x37));
    }

    @Test
    void pauseAndFunctionKeysTypeNothing() {
        assertEquals("", press(0xe1, 0x1d, 0x45, 0xe1, 0x9d, 0xc5));
        assertEquals("", press(ScanCodes.pressing(Key.F1, false, false)));
        assertEquals("q8", press(Q, NUM_LOCK, 0x48), "pause has not touched Num Lock");
    }
}
