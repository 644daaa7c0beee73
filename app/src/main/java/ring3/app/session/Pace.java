package ring3.app.session;

import ring3.visualizer.Speed;

/// Keeps virtual time in step with the clock on the wall: pure arithmetic on two clocks. A machine
/// that cannot keep up falls behind and does not hurry to catch up later.
final class Pace {
    /// How often a machine that is paced gets its share of real time.
    static final long BEAT_NANOS = 8_000_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LAG_MAX_BEATS = 12;

    /// A machine that runs as fast as it can still looks up from its work that often, in virtual
    /// nanoseconds.
    private static final long FREE_SLICE_NANOS = 5_000_000;

    /// Virtual time in which a machine that is slowed down to a few messages a second looks up.
    private static final long SILENCE_NANOS = NANOS_PER_SECOND;

    private Speed speed = Speed.NORMAL;
    private long realStart;
    private long virtualStart;

    /// From now on the machine runs at that speed.
    void set(Speed speed) {
        this.speed = speed;
    }

    /// The machine starts to run now.
    void start(long realNow, long virtualNow) {
        realStart = realNow;
        virtualStart = virtualNow;
    }

    Speed speed() {
        return speed;
    }

    /// Whether the machine rests at each message.
    boolean countsMessages() {
        return speed.unit() == Speed.Unit.MESSAGES_PER_SECOND;
    }

    /// Until which virtual time the machine may run now; not later than now when it has to wait.
    long until(long realNow, long virtualNow) {
        return switch (speed.unit()) {
            case UNLIMITED -> virtualNow + FREE_SLICE_NANOS;
            case MESSAGES_PER_SECOND -> virtualNow + SILENCE_NANOS;
            case TIMES_REAL_TIME -> {
                long due = virtualStart + scaled(realNow - realStart);
                if (due - virtualNow > scaled(LAG_MAX_BEATS * BEAT_NANOS)) {
                    start(realNow, virtualNow);
                    yield virtualNow + Math.max(1, scaled(BEAT_NANOS));
                }
                yield due;
            }
        };
    }

    /// How long to wait, in real time, before the machine runs again.
    ///
    /// @param still nothing happened in the machine: it need not hurry to let time pass
    long pause(boolean still) {
        return switch (speed.unit()) {
            case UNLIMITED -> still ? FREE_SLICE_NANOS : 0;
            case MESSAGES_PER_SECOND -> (long) (NANOS_PER_SECOND / speed.value());
            case TIMES_REAL_TIME -> BEAT_NANOS;
        };
    }

    private long scaled(long realNanos) {
        return (long) (realNanos * speed.value());
    }
}
