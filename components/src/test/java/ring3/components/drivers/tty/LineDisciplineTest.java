package ring3.components.drivers.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Tty;
import ring3.syslib.Signals;

class LineDisciplineTest {
    private static final String ERASED = "\b \b";

    private final StringBuilder shown = new StringBuilder();
    private final List<Integer> signals = new ArrayList<>();
    private final LineDiscipline input =
            new LineDiscipline(new OutputProcessing(device()), signals::add);

    private TerminalDevice device() {
        return new TerminalDevice() {
            @Override
            public int room() {
                return Integer.MAX_VALUE;
            }

            @Override
            public void put(int character) {
                shown.append((char) character);
            }

            @Override
            public void flush() {}

            @Override
            public boolean hasTakenAll() {
                return true;
            }
        };
    }

    private void type(String text) {
        text.chars().forEach(input::type);
    }

    private String read(int length) {
        byte[] bytes = new byte[length];
        int count = input.take(bytes, length);
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    private String readLine() {
        return read(100);
    }

    @Test
    void aLineCanBeReadOnceItHasEnded() {
        type("ls -l");
        assertFalse(input.isReadable());

        type("\r");

        assertTrue(input.isReadable());
        assertEquals("ls -l\n", readLine());
        assertFalse(input.isReadable());
        assertEquals("ls -l\r\n", shown.toString());
    }

    @Test
    void eachReadGetsOneLineAndAShortOneLeavesTheRest() {
        type("first\nsecond\n");

        assertEquals("fir", read(3));
        assertEquals("st\n", readLine());
        assertEquals("second\n", readLine());
    }

    @Test
    void eraseTakesBackOneCharacterAndKillTheLine() {
        type("one\nlx\bs\177\177");
        assertEquals("one\r\nlx" + ERASED + "s" + ERASED + ERASED, shown.toString());
        type("cat bi\025pwd\n");

        assertEquals("one\n", readLine());
        assertEquals("pwd\n", readLine());
    }

    @Test
    void nothingBeforeTheLineCanBeErased() {
        type("a\n\b\b\025b\n");

        assertEquals("a\n", readLine());
        assertEquals("b\n", readLine());
        assertEquals("a\r\nb\r\n", shown.toString());
    }

    @Test
    void controlCharactersAndTabsAreErasedInTheirWholeWidth() {
        type("ab\t\001");
        assertEquals("ab      ^A", shown.toString());
        shown.setLength(0);

        type("\b\b");

        assertEquals(ERASED.repeat(2) + ERASED.repeat(6), shown.toString());
    }

    @Test
    void endOfFileOnAnEmptyLineReadsNothingAndBehindTextEndsIt() {
        type("\004");
        assertTrue(input.isReadable());
        assertEquals("", readLine());
        assertFalse(input.isReadable());

        type("abc\004");

        assertEquals("abc", readLine());
        assertFalse(input.isReadable());
        assertEquals("abc", shown.toString());
    }

    @Test
    void interruptAndQuitRaiseSignalsAndForgetWhatWasTyped() {
        type("one\nsleep 1\003");
        assertEquals(List.of(Signals.SIGINT), signals);
        assertFalse(input.isReadable());

        type("\034next\n");

        assertEquals(List.of(Signals.SIGINT, Signals.SIGQUIT), signals);
        assertEquals("next\n", readLine());
        assertEquals("one\r\nsleep 1^C^\\next\r\n", shown.toString());
    }

    @Test
    void withoutSignalsTheirKeysAreCharacters() {
        input.setMode(Tty.CANONICAL);

        type("a\003\n");

        assertEquals("a\003\n", readLine());
        assertTrue(signals.isEmpty());
    }

    @Test
    void rawInputCountsAtOnceAndIsNotCorrected() {
        input.setMode(0);

        type("a\b\r\004");

        assertEquals("a\b", read(2));
        assertEquals("\r\004", readLine());
        assertFalse(input.isReadable());
        assertEquals("", shown.toString());
    }

    @Test
    void whatWasTypedRawIsThereForACanonicalReader() {
        input.setMode(0);
        type("ab");

        input.setMode(Tty.COOKED);

        assertEquals("a", readLine());
        assertEquals("b", readLine());
    }

    @Test
    void anUnfinishedLineIsThereForARawReader() {
        type("ab");

        input.setMode(0);

        assertTrue(input.isReadable());
        assertEquals("ab", readLine());
    }

    @Test
    void aLineThatIsTooLongLosesItsTailButCanBeEnded() {
        type("x".repeat(1000) + "\n");

        assertEquals("x".repeat(InputQueue.CAPACITY - 1) + "\n", read(1000));
        type("y\n");
        assertEquals("y\n", readLine());
    }

    @Test
    void theQueueGoesRoundWithoutEnd() {
        for (int i = 0; i < 1000; i++) {
            type("line " + i + "\n");
            assertEquals("line " + i + "\n", readLine());
        }
    }

    @Test
    void aCarriageReturnStaysOneWhenItIsNotMapped() {
        input.setMode(Tty.COOKED & ~Tty.ICRNL & ~Tty.ECHO);

        type("a\r\n");

        assertEquals("a\r\n", readLine());
    }
}
