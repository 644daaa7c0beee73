package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LedPanelTest {
    private static final int COLUMN = 0x300;
    private static final int DATA = 0x301;
    private static final int CONTROL = 0x302;
    private static final int STATUS = 0x303;

    private static final int ON = 0x01;
    private static final int INTERRUPT = 0x02;
    private static final int LATCH = 0x80;
    private static final int BUSY = 0x01;
    private static final int SHOWN = 0x02;

    private static final long REFRESH = 20_000_000;
    private static final int VECTOR = Workbench.SLAVE_VECTOR + 2;

    private final Workbench bench = new Workbench();

    private LedPicture picture() {
        return bench.computer.ledPanel().picture();
    }

    private void latchAndWait() {
        bench.out(CONTROL, ON | LATCH);
        bench.pass(REFRESH);
    }

    @Test
    void aPanelThatWasNeverTouchedIsOffAndDark() {
        assertFalse(picture().isOn());
        assertEquals(0, picture().litCount());
        assertEquals(0, bench.in(COLUMN));
        assertEquals(0, bench.in(CONTROL));
        assertEquals(0, bench.in(STATUS));
    }

    @Test
    void theWorkedExampleOfTheDataSheetShowsAnA() {
        bench.out(CONTROL, 0x03);
        bench.out(COLUMN, 13);
        bench.out(DATA, 0x7e, 0x11, 0x11, 0x11, 0x7e);
        bench.out(CONTROL, 0x83);
        assertEquals(0x01, bench.in(STATUS));

        assertEquals(VECTOR, bench.awaitInterrupt());

        assertEquals(0x02, bench.in(STATUS));
        assertEquals(0x00, bench.in(STATUS));
        assertEquals(
                """
                .###.
                #...#
                #...#
                #...#
                #####
                #...#
                #...#
                .....
                """,
                text(13, 5));
        assertEquals(18, picture().litCount());
    }

    private String text(int first, int columns) {
        var text = new StringBuilder();
        for (int row = 0; row < LedPicture.ROWS; row++) {
            for (int column = first; column < first + columns; column++) {
                text.append(picture().isLit(column, row) ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void theColumnAdvancesWithEachByteAndWrapsRound() {
        bench.out(COLUMN, 31);
        bench.out(DATA, 0xaa, 0x55);

        assertEquals(1, bench.in(COLUMN));
        bench.out(COLUMN, 31);
        assertEquals(0xaa, bench.in(DATA));
        assertEquals(31, bench.in(COLUMN), "reading does not advance");
        bench.out(COLUMN, 0);
        assertEquals(0x55, bench.in(DATA));
    }

    @Test
    void ofAColumnNumberOnlyFiveBitsCount() {
        bench.out(COLUMN, 0xe5);

        assertEquals(5, bench.in(COLUMN));
    }

    @Test
    void aWordAtTheColumnPortSetsColumnAndData() {
        bench.computer.bus().out(COLUMN, 0x8107, 2);

        assertEquals(8, bench.in(COLUMN));
        bench.out(COLUMN, 7);
        assertEquals(0x81, bench.in(DATA));
    }

    @Test
    void nothingIsSeenUntilTheRefreshAfterALatch() {
        bench.out(DATA, 0xff);
        bench.out(CONTROL, ON);
        bench.pass(REFRESH);
        assertEquals(0, picture().litCount(), "nobody asked for it");

        bench.out(CONTROL, ON | LATCH);
        bench.pass(REFRESH - 1);
        assertEquals(0, picture().litCount());
        bench.pass(1);

        assertEquals(8, picture().litCount());
    }

    @Test
    void refreshesLieOnAFixedGrid() {
        bench.pass(3 * REFRESH + 19_999_999);
        bench.out(CONTROL, LATCH);
        bench.pass(1);
        assertEquals(SHOWN, bench.in(STATUS), "the next one was a nanosecond away");

        bench.out(CONTROL, LATCH);
        bench.pass(REFRESH - 1);
        assertEquals(BUSY, bench.in(STATUS), "one that begins now comes too early for this latch");
        bench.pass(1);

        assertEquals(SHOWN, bench.in(STATUS));
    }

    @Test
    void onlyALatchOrdersATimer() {
        VirtualClock clock = bench.computer.clock();
        bench.out(CONTROL, ON | INTERRUPT);
        bench.out(DATA, 0xff);
        assertEquals(VirtualClock.NEVER, clock.nextDeadline());

        bench.out(CONTROL, ON | LATCH);
        assertEquals(REFRESH, clock.nextDeadline());
        bench.pass(REFRESH);

        assertEquals(VirtualClock.NEVER, clock.nextDeadline());
    }

    @Test
    void columnsWrittenWhileALatchWaitsAreLost() {
        bench.out(DATA, 0x01);
        bench.out(CONTROL, ON | LATCH);
        bench.out(DATA, 0xff);
        assertEquals(1, bench.in(COLUMN));
        bench.pass(REFRESH);
        assertEquals(1, picture().litCount());

        bench.out(DATA, 0xff);
        latchAndWait();

        assertEquals(9, picture().litCount());
    }

    @Test
    void aLatchWhileAnotherWaitsIsLost() {
        bench.out(CONTROL, ON | INTERRUPT | LATCH);
        bench.pass(REFRESH / 2);
        bench.out(CONTROL, ON | INTERRUPT | LATCH);

        assertEquals(VECTOR, bench.awaitInterrupt());
        assertEquals(SHOWN, bench.in(STATUS));
        assertEquals(List.of(), bench.interruptsDuring(5 * REFRESH));
        assertEquals(0, bench.in(STATUS));
    }

    @Test
    void readingTheStatusAcknowledgesAndTheNextPictureInterruptsAgain() {
        bench.out(CONTROL, INTERRUPT | LATCH);
        assertEquals(VECTOR, bench.awaitInterrupt());
        assertEquals(SHOWN, bench.in(STATUS));
        bench.out(CONTROL, INTERRUPT | LATCH);

        assertEquals(VECTOR, bench.awaitInterrupt());
    }

    @Test
    void aPictureThatWasNotAcknowledgedKeepsTheLineHighSoTheNextDoesNotInterrupt() {
        bench.out(CONTROL, INTERRUPT | LATCH);
        assertEquals(VECTOR, bench.awaitInterrupt());
        bench.out(CONTROL, INTERRUPT | LATCH);

        assertEquals(List.of(), bench.interruptsDuring(2 * REFRESH));
        assertEquals(SHOWN, bench.in(STATUS));
    }

    @Test
    void withoutItsEnableBitThePanelDoesNotInterrupt() {
        bench.out(CONTROL, ON | LATCH);
        assertEquals(List.of(), bench.interruptsDuring(2 * REFRESH));

        bench.out(CONTROL, ON | INTERRUPT);

        assertEquals(VECTOR, bench.takeInterrupt(), "the picture still waits to be acknowledged");
    }

    @Test
    void switchedOffThePanelIsDarkAndKeepsItsPicture() {
        bench.out(DATA, 0x0f);
        latchAndWait();
        LedPicture before = picture();
        bench.out(CONTROL, 0);
        assertFalse(picture().isOn());
        assertEquals(0, picture().litCount());

        bench.out(CONTROL, ON);

        assertTrue(picture().isOn());
        assertEquals(before, picture());
    }

    @Test
    void aLatchIsCarriedOutWhileThePanelIsOff() {
        bench.out(DATA, 0x0f);
        bench.out(CONTROL, LATCH);
        bench.pass(REFRESH);
        assertEquals(SHOWN, bench.in(STATUS));
        assertEquals(LedPicture.OFF, picture());

        bench.out(CONTROL, ON);

        assertEquals(4, picture().litCount());
    }

    @Test
    void aPictureOnceTakenNeverChangesAndAnEqualOneIsTheSame() {
        latchAndWait();
        LedPicture dark = picture();
        latchAndWait();
        assertSame(dark, picture());

        bench.out(DATA, 0x01);
        latchAndWait();

        assertEquals(0, dark.litCount());
        assertNotEquals(dark, picture());
        assertNotEquals(LedPicture.OFF, dark, "dark, but on");
    }

    @Test
    void whatIsNoRegisterBitReadsZeroAndTheStatusCannotBeWritten() {
        bench.out(CONTROL, 0xfc);
        bench.out(STATUS, 0xff);

        assertEquals(0, bench.in(CONTROL));
        assertEquals(BUSY, bench.in(STATUS));
    }
}
