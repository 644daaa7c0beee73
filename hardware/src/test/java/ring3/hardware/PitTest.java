package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PitTest {
    private static final long SECOND = 1_000_000_000;
    private static final long OSCILLATOR = 1_193_182;
    private static final int CLOCK_VECTOR = 0x50;
    private static final int MODE = 0x43;
    private static final int MODE_3_BOTH_BYTES = 0x36;
    private static final int MODE_2_BOTH_BYTES = 0x34;

    private final Workbench bench = new Workbench();

    /// As MINIX does for 60 ticks a second.
    private void startTicks() {
        bench.out(MODE, MODE_3_BOTH_BYTES);
        bench.out(0x40, 19886 & 0xff, 19886 >> 8);
    }

    private static List<Integer> ticks(int count) {
        return Collections.nCopies(count, CLOCK_VECTOR);
    }

    private static long oscillations(long count) {
        return Math.ceilDiv(count * SECOND, OSCILLATOR);
    }

    private int latchedCount() {
        bench.out(MODE, 0x00);
        return bench.in(0x40) | (bench.in(0x40) << 8);
    }

    @Test
    void aSquareWaveInterruptsOncePerPeriod() {
        startTicks();

        assertEquals(ticks(0), bench.interruptsDuring(16_666_359));
        assertEquals(ticks(1), bench.interruptsDuring(1));
        assertEquals(ticks(60), bench.interruptsDuring(SECOND));
    }

    @Test
    void theRateGeneratorDoesTheSame() {
        bench.out(MODE, MODE_2_BOTH_BYTES);
        bench.out(0x40, 0, 0);

        assertEquals(ticks(182), bench.interruptsDuring(10 * SECOND));
    }

    @Test
    void thePeriodDoesNotDriftInHours() {
        bench.out(MODE, MODE_2_BOTH_BYTES);
        bench.out(0x40, 0, 0);
        int periods = 100_000;

        long end = oscillations(periods * 65536L);

        assertEquals(ticks(periods - 1), bench.interruptsDuring(end - 1));
        assertEquals(ticks(1), bench.interruptsDuring(1));
    }

    @Test
    void aModeWordWithoutACountStopsTheTicks() {
        startTicks();
        bench.out(MODE, MODE_3_BOTH_BYTES);
        assertEquals(ticks(0), bench.interruptsDuring(SECOND));

        bench.out(0x40, 0);
        assertEquals(ticks(0), bench.interruptsDuring(SECOND), "half a count is none");

        bench.out(0x40, 0);
        assertEquals(ticks(18), bench.interruptsDuring(SECOND), "a count of 0 is 65,536");
    }

    @Test
    void aNewCountTakesEffectOnlyWhenItIsComplete() {
        startTicks();
        bench.interruptsDuring(SECOND);
        bench.out(0x40, 0);
        assertEquals(ticks(60), bench.interruptsDuring(SECOND));

        bench.out(0x40, 0);
        assertEquals(ticks(18), bench.interruptsDuring(SECOND));
    }

    @Test
    void aModeWithoutPulsesDoesNotTick() {
        bench.out(MODE, 0x30);
        bench.out(0x40, 0, 0x10);

        assertEquals(ticks(0), bench.interruptsDuring(SECOND));
    }

    @Test
    void ticksThatABusyCpuSleptThroughComeAsOne() {
        startTicks();
        bench.computer.clock().charge(SECOND / 2);

        bench.computer.clock().runDue();

        assertEquals(CLOCK_VECTOR, bench.takeInterrupt());
        assertEquals(-1, bench.takeInterrupt());
        assertEquals(ticks(30), bench.interruptsDuring(SECOND / 2));
    }

    @Test
    void aLatchedCountBelongsToOneMoment() {
        bench.out(MODE, MODE_2_BOTH_BYTES);
        bench.out(0x40, 0x00, 0x80);
        bench.pass(oscillations(1000));
        bench.out(MODE, 0x00);
        bench.pass(SECOND / 100);
        bench.out(MODE, 0x00);

        assertEquals(0x8000 - 1000, bench.in(0x40) | (bench.in(0x40) << 8));
        assertEquals(0x8000 - 12931, latchedCount(), "the next latch takes the present count");
    }

    @Test
    void aSquareWaveCountsDownInTwosTwicePerPeriod() {
        bench.out(MODE, MODE_3_BOTH_BYTES);
        bench.out(0x40, 0x00, 0x10);
        bench.pass(oscillations(100));
        assertEquals(0x1000 - 200, latchedCount());

        bench.pass(oscillations(2048));
        assertEquals(0x1000 - 200, latchedCount());
    }

    @Test
    void oneByteAccessSetsAndReadsThatByteOnly() {
        bench.out(MODE, 0x14, 0x24);
        bench.out(0x40, 0x02);
        assertEquals(0x02, bench.in(0x40), "the high byte");
        assertEquals(0x02, bench.in(0x40));

        bench.out(MODE, 0x14);
        bench.out(0x40, 0x80);
        assertEquals(0x80, bench.in(0x40), "the low byte");
    }

    @Test
    void theSpeakerSoundsWithBothBitsOfItsGate() {
        bench.out(MODE, 0xb6);
        bench.out(0x42, 1193 & 0xff, 1193 >> 8);
        assertEquals(0, bench.computer.pit().speakerHertz());

        bench.out(0x61, 0x01);
        assertEquals(0, bench.computer.pit().speakerHertz());
        bench.out(0x61, 0xff);
        assertEquals(1000, bench.computer.pit().speakerHertz());
        assertEquals(0x03, bench.in(0x61) & 0x03, "only two bits can be written");
    }

    @Test
    void theOutputOfChannelTwoCanBeWatched() {
        bench.out(MODE, 0xb6);
        bench.out(0x42, 0x00, 0x10);
        assertEquals(0x20, bench.in(0x61), "a closed gate holds the output high");

        bench.out(0x61, 0x01);
        assertEquals(0x21, bench.in(0x61));
        bench.pass(oscillations(0x800));
        assertEquals(0x01, bench.in(0x61));
        bench.pass(oscillations(0x800));
        assertEquals(0x21, bench.in(0x61));
    }
}
