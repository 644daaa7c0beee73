package ring3.components.servers.rs;

/// Whether a service still lives, by the answers it gives. All times are clock ticks since boot
/// (minix: servers/rs/request.c, do_period).
final class Heartbeat {
    /// What to do about the service now.
    enum Verdict {
        WAIT,
        ASK,
        DEAD
    }

    /// How long an initialisation may take; as for every period, twice that is the end.
    private static final int INIT_TICKS = 10 * 60;

    private long periodTicks;
    private long alive;
    private long asked;

    /// The service was told to initialise and has not answered yet.
    void startInitialising(long now) {
        periodTicks = INIT_TICKS;
        alive = now;
        asked = now + 1;
    }

    /// The service works; from now on it is asked every `ticks`, or never for 0.
    void startWorking(long now, int ticks) {
        periodTicks = ticks;
        alive = now;
        asked = now;
    }

    /// The service has answered.
    void answered(long now) {
        alive = now;
    }

    /// What to do now; after ASK the service is taken to have been asked.
    Verdict verdict(long now) {
        if (periodTicks == 0) {
            return Verdict.WAIT;
        }
        if (alive < asked) {
            return now - alive > 2 * periodTicks ? Verdict.DEAD : Verdict.WAIT;
        }
        if (now - asked > periodTicks) {
            asked = now;
            return Verdict.ASK;
        }
        return Verdict.WAIT;
    }
}
