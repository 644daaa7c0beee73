package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UartTest {
    private static final int DATA = 0x3f8;
    private static final int ENABLE = 0x3f9;
    private static final int ID = 0x3fa;
    private static final int LINE_CONTROL = 0x3fb;
    private static final int MODEM_CONTROL = 0x3fc;
    private static final int LINE_STATUS = 0x3fd;
    private static final int MODEM_STATUS = 0x3fe;

    private static final int SERIAL_VECTOR = 0x54;
    private static final int NO_INTERRUPT = -1;

    /// Ten bits at 115,200 baud.
    private static final long CHARACTER = 86_805;

    private final Workbench bench = new Workbench();
    private final Uart uart = bench.computer.serial(0);
    private final List<Integer> sent = new ArrayList<>();

    UartTest() {
        bench.computer.serialOutput(0, sent::add);
        setSpeed(1);
        bench.out(MODEM_CONTROL, 0x0b);
    }

    private void setSpeed(int divisor) {
        bench.out(LINE_CONTROL, 0x83);
        bench.out(DATA, divisor & 0xff);
        bench.out(ENABLE, divisor >> 8);
        bench.out(LINE_CONTROL, 0x03);
    }

    private void enableFifos(int trigger) {
        bench.out(ID, 0x07 | trigger);
    }

    @Test
    void aByteIsOnTheWireAfterTenBitTimes() {
        bench.out(DATA, 'x');
        assertEquals(0x20, bench.in(LINE_STATUS), "it is in the shift register already");

        bench.pass(CHARACTER - 1);
        assertEquals(List.of(), sent);
        bench.pass(1);
        assertEquals(List.of((int) 'x'), sent);
        assertEquals(0x60, bench.in(LINE_STATUS));
    }

    @Test
    void theDivisorAndTheFormatSetTheSpeed() {
        setSpeed(96);
        bench.out(LINE_CONTROL, 0x0f);
        bench.out(DATA, 'x');
        bench.pass(9_999_999);
        assertEquals(List.of(), sent, "twelve bits at 1,200 baud take 10 ms");
        bench.pass(1);
        assertEquals(List.of((int) 'x'), sent);

        bench.out(LINE_CONTROL, 0x80);
        assertEquals(96, bench.in(DATA));
        assertEquals(0, bench.in(ENABLE));
    }

    @Test
    void shortWordsLoseTheirUpperBits() {
        bench.out(LINE_CONTROL, 0x02);
        bench.out(DATA, 0xff);
        bench.pass(CHARACTER);

        assertEquals(List.of(0x7f), sent);
    }

    @Test
    void withoutTheFifoOneByteWaitsAndTheNextIsLost() {
        bench.out(DATA, 1, 2, 3);
        assertEquals(0x00, bench.in(LINE_STATUS));
        bench.pass(10 * CHARACTER);

        assertEquals(List.of(1, 2), sent);
    }

    @Test
    void theFifoTakesSixteenBytesBehindTheOneOnTheWire() {
        enableFifos(0);
        var expected = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            bench.out(DATA, i);
            if (i < 17) {
                expected.add(i);
            }
        }
        bench.pass(20 * CHARACTER);

        assertEquals(expected, sent);
    }

    @Test
    void anEmptyTransmitterInterruptsOnceUntilItIsFilledAgain() {
        bench.out(ENABLE, 0x02);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0x02, bench.in(ID));
        assertEquals(0x01, bench.in(ID), "the first read has acknowledged it");

        bench.out(DATA, 1, 2);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        bench.pass(CHARACTER);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt(), "2 has left the holding register");
    }

    @Test
    void aDisabledTransmitterInterruptStaysQuiet() {
        bench.out(DATA, 1);
        bench.pass(10 * CHARACTER);

        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(0x01, bench.in(ID));
    }

    @Test
    void aReceivedByteInterruptsUntilItIsRead() {
        bench.out(ENABLE, 0x01);
        assertTrue(uart.receive('a'));

        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0x04, bench.in(ID));
        assertEquals(0x61, bench.in(LINE_STATUS));
        assertEquals('a', bench.in(DATA));
        assertEquals(0x01, bench.in(ID));
        assertEquals(0x60, bench.in(LINE_STATUS));
    }

    @Test
    void aByteThatFindsNoRoomIsLostAndTheLineStatusSaysSoOnce() {
        bench.out(ENABLE, 0x04);
        assertTrue(uart.receive(1));
        assertFalse(uart.canReceive());
        assertFalse(uart.receive(2));

        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0x06, bench.in(ID));
        assertEquals(0x63, bench.in(LINE_STATUS));
        assertEquals(0x61, bench.in(LINE_STATUS));
        assertEquals(0x01, bench.in(ID));
        assertEquals(1, bench.in(DATA));
    }

    @Test
    void theReceiveFifoHoldsSixteenBytesInOrder() {
        enableFifos(0);
        for (int i = 0; i < 16; i++) {
            assertTrue(uart.receive(i));
        }
        assertFalse(uart.canReceive());

        for (int i = 0; i < 16; i++) {
            assertEquals(i, bench.in(DATA));
        }
        assertEquals(0x60, bench.in(LINE_STATUS));
    }

    @Test
    void theFifoInterruptsAtItsTriggerLevel() {
        enableFifos(0x80);
        bench.out(ENABLE, 0x01);
        for (int i = 0; i < 7; i++) {
            uart.receive(i);
        }
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        uart.receive(7);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0xc4, bench.in(ID));
        bench.in(DATA);
        assertEquals(0xc1, bench.in(ID), "below the level again");
    }

    @Test
    void fewerBytesAreFetchedByATimeOut() {
        enableFifos(0xc0);
        bench.out(ENABLE, 0x01);
        uart.receive('a');
        bench.pass(4 * CHARACTER - 1);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        bench.pass(1);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0xcc, bench.in(ID));
        assertEquals('a', bench.in(DATA));
        assertEquals(0xc1, bench.in(ID));
    }

    @Test
    void eachByteStartsTheTimeOutAgain() {
        enableFifos(0xc0);
        bench.out(ENABLE, 0x01);
        uart.receive('a');
        bench.pass(3 * CHARACTER);
        uart.receive('b');
        bench.pass(3 * CHARACTER);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        bench.pass(CHARACTER);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
    }

    @Test
    void clearingTheFifosForgetsTheirBytes() {
        enableFifos(0);
        uart.receive('a');
        bench.out(DATA, 1, 2, 3);
        enableFifos(0);
        bench.pass(10 * CHARACTER);

        assertEquals(0x60, bench.in(LINE_STATUS));
        assertEquals(List.of(1), sent, "what is on the wire cannot be called back");
    }

    @Test
    void clearedBytesAreNotFetchedByATimeOut() {
        enableFifos(0xc0);
        bench.out(ENABLE, 0x01);
        uart.receive('a');
        enableFifos(0xc0);
        bench.pass(10 * CHARACTER);

        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
    }

    @Test
    void withoutOutputTwoNoInterruptLeavesTheCard() {
        bench.out(MODEM_CONTROL, 0x03);
        bench.out(ENABLE, 0x01);
        uart.receive('a');
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        bench.out(MODEM_CONTROL, 0x0b);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
    }

    @Test
    void inLoopbackThePortHearsItselfAndNobodyElse() {
        bench.out(ENABLE, 0x01);
        bench.out(MODEM_CONTROL, 0x1b);
        bench.out(DATA, 'x');
        bench.pass(CHARACTER);

        assertEquals(NO_INTERRUPT, bench.takeInterrupt(), "output 2 rests");
        assertEquals('x', bench.in(DATA));
        assertEquals(List.of(), sent);
        assertFalse(uart.receive('y'));
        assertFalse(uart.canReceive());
    }

    @Test
    void inLoopbackTheModemOutputsAreTheInputs() {
        assertEquals(0xb0, bench.in(MODEM_STATUS));
        bench.out(MODEM_CONTROL, 0x15);
        assertEquals(0x69, bench.in(MODEM_STATUS));
        assertEquals(0x60, bench.in(MODEM_STATUS), "the changes are told once");

        bench.out(ENABLE, 0x08);
        bench.out(MODEM_CONTROL, 0x0b);
        assertEquals(SERIAL_VECTOR, bench.takeInterrupt());
        assertEquals(0x00, bench.in(ID));
        assertEquals(0xbd, bench.in(MODEM_STATUS), "the ring has ended");
    }

    @Test
    void theMostUrgentReasonIsToldFirst() {
        bench.out(ENABLE, 0x0f);
        uart.receive(1);
        uart.receive(2);

        assertEquals(0x06, bench.in(ID));
        bench.in(LINE_STATUS);
        assertEquals(0x04, bench.in(ID));
        bench.in(DATA);
        assertEquals(0x02, bench.in(ID));
        assertEquals(0x01, bench.in(ID));
    }

    @Test
    void bothPortsHaveTheirOwnLines() {
        bench.computer.bus().out(0x2fc, 0x08, 1);
        bench.computer.bus().out(0x2f9, 0x01, 1);
        bench.computer.serial(1).receive('a');

        assertEquals(0x53, bench.takeInterrupt());
    }

    @Test
    void theScratchRegisterRemembers() {
        bench.out(0x3ff, 0x5a);

        assertEquals(0x5a, bench.in(0x3ff));
    }
}
