package ring3.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.visualizer.Speed;

/// Virtual time against the clock on the wall.
class PaceTest {
    private static final long MILLI = 1_000_000;

    private final Pace pace = new Pace();

    private void runAt(Speed speed) {
        pace.set(speed);
        pace.start(0, 0);
    }

    @Test
    void atNormalSpeedVirtualTimeIsRealTime() {
        runAt(Speed.NORMAL);

        assertEquals(8 * MILLI, pace.until(8 * MILLI, 0));
        assertEquals(16 * MILLI, pace.until(16 * MILLI, 8 * MILLI));
    }

    @Test
    void atAThousandthVirtualTimeIsAThousandthOfRealTime() {
        runAt(Speed.realTime(0.001));

        assertEquals(8_000, pace.until(8 * MILLI, 0));
    }

    @Test
    void aMachineThatIsAheadHasToWait() {
        runAt(Speed.NORMAL);

        assertTrue(pace.until(8 * MILLI, 9 * MILLI) < 9 * MILLI);
    }

    @Test
    void aMachineThatFellBehindDoesNotHurryLater() {
        runAt(Speed.NORMAL);

        long until = pace.until(5_000 * MILLI, MILLI);

        assertEquals(MILLI + Pace.BEAT_NANOS, until);
        assertEquals(until + MILLI, pace.until(5_000 * MILLI + Pace.BEAT_NANOS + MILLI, until));
    }

    @Test
    void withoutALimitOnlyAStillMachineWaits() {
        runAt(Speed.MAX);

        assertEquals(0, pace.pause(false));
        assertTrue(pace.pause(true) > 0);
    }

    @Test
    void fourMessagesASecondLeaveAQuarterOfASecondForEach() {
        runAt(Speed.messages(4));

        assertEquals(250 * MILLI, pace.pause(false));
    }
}
