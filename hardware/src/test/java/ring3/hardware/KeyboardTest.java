package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeyboardTest {
    private static final int DATA = 0x60;
    private static final int STATUS = 0x64;
    private static final int OUTPUT_FULL = 0x01;
    private static final int KEYBOARD_VECTOR = 0x51;
    private static final long MILLISECOND = 1_000_000;

    private final Workbench bench = new Workbench();
    private final Keyboard keyboard = bench.computer.keyboard();

    private boolean outputIsFull() {
        return (bench.in(STATUS) & OUTPUT_FULL) != 0;
    }

    /// All the bytes that come, each as soon as it is there.
    private List<Integer> bytes() {
        var bytes = new ArrayList<Integer>();
        bench.pass(2 * MILLISECOND);
        while (outputIsFull()) {
            bytes.add(bench.in(DATA));
            bench.pass(2 * MILLISECOND);
        }
        return bytes;
    }

    @Test
    void aKeyArrivesAfterTheTimeOfTheWireWithAnInterrupt() {
        keyboard.press(0x1e);
        assertFalse(outputIsFull());
        bench.pass(MILLISECOND);

        assertTrue(outputIsFull());
        assertEquals(KEYBOARD_VECTOR, bench.takeInterrupt());
        assertEquals(0x1e, bench.in(DATA));
        assertFalse(outputIsFull());
    }

    @Test
    void theNextByteComesAfterTheLastWasRead() {
        keyboard.press(0x1e);
        keyboard.press(0x9e);
        bench.pass(100 * MILLISECOND);
        assertEquals(KEYBOARD_VECTOR, bench.takeInterrupt());
        assertEquals(-1, bench.takeInterrupt());

        assertEquals(0x1e, bench.in(DATA));
        assertFalse(outputIsFull());
        bench.pass(MILLISECOND);
        assertEquals(KEYBOARD_VECTOR, bench.takeInterrupt());
        assertEquals(0x9e, bench.in(DATA));
    }

    @Test
    void everyByteTakesTheTimeOfTheWireAlsoWhenItWasPressedDuringTheLast() {
        keyboard.press(0x1e);
        bench.pass(MILLISECOND / 2);
        keyboard.press(0x9e);
        bench.pass(MILLISECOND / 2);
        assertEquals(0x1e, bench.in(DATA));

        bench.pass(MILLISECOND - 1);
        assertFalse(outputIsFull());
        bench.pass(1);
        assertTrue(outputIsFull());
    }

    @Test
    void sixteenBytesAreKeptThenAnOverrunIsNotedAndKeysAreLost() {
        assertEquals(16, keyboard.room());
        IntStream.rangeClosed(1, 20).forEach(keyboard::press);
        assertEquals(0, keyboard.room());

        var expected = new ArrayList<>(IntStream.rangeClosed(1, 16).boxed().toList());
        expected.add(0xff);
        assertEquals(expected, bytes());
        assertEquals(16, keyboard.room());
    }

    @Test
    void aDisabledKeyboardKeepsItsBytes() {
        bench.out(STATUS, 0xad);
        keyboard.press(0x1e);
        assertEquals(List.of(), bytes());

        bench.out(STATUS, 0xae);
        assertEquals(List.of(0x1e), bytes());
    }

    @Test
    void withoutItsInterruptTheByteIsThereAllTheSame() {
        bench.out(STATUS, 0x60);
        bench.out(DATA, 0x44);
        keyboard.press(0x1e);
        bench.pass(MILLISECOND);
        assertEquals(-1, bench.takeInterrupt());
        assertTrue(outputIsFull());

        bench.out(STATUS, 0x60);
        bench.out(DATA, 0x45);
        assertEquals(KEYBOARD_VECTOR, bench.takeInterrupt());
    }

    @Test
    void theCommandByteReadsBackAsWritten() {
        bench.out(STATUS, 0x20);
        assertEquals(0x45, bench.in(DATA));

        bench.out(STATUS, 0x60);
        bench.out(DATA, 0x61);
        bench.out(STATUS, 0x20);
        assertEquals(0x61, bench.in(DATA));
        bench.out(STATUS, 0xa8, 0x20);
        assertEquals(0x41, bench.in(DATA));
        bench.out(STATUS, 0xa7, 0x20);
        assertEquals(0x61, bench.in(DATA));
    }

    @Test
    void theSelfTestPassesAndItsAnswerWaitsForRoom() {
        bench.out(STATUS, 0xaa);
        assertEquals(0x55, bench.in(DATA));

        keyboard.press(0x1e);
        bench.pass(MILLISECOND);
        bench.out(STATUS, 0xaa);
        bench.takeInterrupt();
        assertEquals(0x1e, bench.in(DATA));
        assertEquals(KEYBOARD_VECTOR, bench.takeInterrupt());
        assertEquals(0x55, bench.in(DATA));
    }

    @Test
    void theStatusTellsCommandsFromDataAndIsNeverFullOfInput() {
        bench.out(STATUS, 0xae);
        assertEquals(0x1c, bench.in(STATUS));
        bench.out(DATA, 0xf4);
        assertEquals(0x14, bench.in(STATUS));
    }

    @Test
    void theLampsAreSetByTwoBytesEachAcknowledged() {
        bench.out(DATA, 0xed);
        assertEquals(List.of(0xfa), bytes());
        bench.out(DATA, 0x06);
        assertEquals(List.of(0xfa), bytes());

        assertEquals(6, keyboard.leds());
    }

    @Test
    void aKeyboardThatDoesNotScanLosesItsKeys() {
        bench.out(DATA, 0xf5);
        keyboard.press(0x1e);
        assertEquals(List.of(0xfa), bytes());

        bench.out(DATA, 0xf4);
        keyboard.press(0x1f);
        assertEquals(List.of(0xfa, 0x1f), bytes());
    }

    @Test
    void resetForgetsKeysAndLampsAndPassesItsTest() {
        bench.out(DATA, 0xed, 0x07);
        bytes();
        keyboard.press(0x1e);
        bench.out(DATA, 0xff);

        assertEquals(List.of(0xfa, 0xaa), bytes());
        assertEquals(0, keyboard.leds());
    }

    @Test
    void anUnknownCommandIsToBeSentAgain() {
        bench.out(DATA, 0x01);

        assertEquals(List.of(0xfe), bytes());
    }

    @Test
    void aByteForTheMouseIsSwallowed() {
        bench.out(STATUS, 0xd4);
        bench.out(DATA, 0xf4);
        assertEquals(List.of(), bytes());

        bench.out(DATA, 0xf4);
        assertEquals(List.of(0xfa), bytes());
    }

    @Test
    void aPulseOfTheResetLineIsRecorded() {
        assertFalse(keyboard.resetRequested());
        bench.out(STATUS, 0xfe);

        assertTrue(keyboard.resetRequested());
    }
}
