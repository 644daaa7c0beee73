package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ring3.components.servers.rs.Heartbeat.Verdict;

class HeartbeatTest {
    private static final int PERIOD = 60;

    private final Heartbeat heartbeat = new Heartbeat();

    @Test
    void aServiceIsAskedWhenMoreThanItsPeriodHasPassed() {
        heartbeat.startWorking(100, PERIOD);

        assertEquals(Verdict.WAIT, heartbeat.verdict(160));
        assertEquals(Verdict.ASK, heartbeat.verdict(161));
    }

    @Test
    void aServiceThatAnswersIsAskedAgainAndAgain() {
        heartbeat.startWorking(0, PERIOD);
        for (long now = 120; now < 1200; now += 120) {
            assertEquals(Verdict.ASK, heartbeat.verdict(now));
            heartbeat.answered(now + 1);
        }
    }

    @Test
    void aServiceThatIsSilentForTwoPeriodsIsDead() {
        heartbeat.startWorking(0, PERIOD);
        heartbeat.verdict(61);

        assertEquals(Verdict.WAIT, heartbeat.verdict(120));
        assertEquals(Verdict.DEAD, heartbeat.verdict(121));
    }

    @Test
    void aServiceWithoutAPeriodIsNeverAsked() {
        heartbeat.startWorking(0, 0);

        assertEquals(Verdict.WAIT, heartbeat.verdict(1_000_000));
    }

    @Test
    void anInitialisationMayTakeTwentySeconds() {
        heartbeat.startInitialising(500);

        assertEquals(Verdict.WAIT, heartbeat.verdict(500 + 20 * 60));
        assertEquals(Verdict.DEAD, heartbeat.verdict(501 + 20 * 60));
    }
}
