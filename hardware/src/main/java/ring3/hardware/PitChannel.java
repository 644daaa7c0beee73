package ring3.hardware;

/// One counter of the 8254. It holds no running count: what it counts is worked out from the
/// virtual time since it was started, exactly, so that no period ever drifts.
///
/// Modes 2 (rate generator) and 3 (square wave) are those a PC uses; in the other modes the counter
/// counts, but its output does nothing; and it always counts in binary. A new count starts at once,
/// where the real chip finishes the current period first. Registers after the 8254 data sheet.
final class PitChannel {
    /// The oscillator of a PC, which is the colour carrier of NTSC television divided by three.
    static final long OSCILLATOR_HERTZ = 1_193_182;

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int ACCESS_HIGH = 2;
    private static final int ACCESS_BOTH = 3;
    private static final int RATE_GENERATOR = 2;
    private static final int SQUARE_WAVE = 3;
    private static final int COUNT_MAX = 0x10000;
    private static final int NOT_LATCHED = -1;

    private int access = ACCESS_BOTH;
    private int mode;
    private int written;
    private boolean writesHigh;
    private boolean readsHigh;
    private int latched = NOT_LATCHED;
    private long startedNanos;

    /// How far the counter counts before it starts again, 1 to 65,536; 0 while it is stopped.
    private int count;

    /// Takes a mode word, which stops the counter until a count is written.
    void control(int word) {
        access = word >> 4 & ACCESS_BOTH;
        int code = word >> 1 & 7;
        // The chip ignores bit 2 of modes 6 and 7, which makes them 2 and 3.
        mode = code > 5 ? code - 4 : code;
        count = 0;
        writesHigh = access == ACCESS_HIGH;
        readsHigh = writesHigh;
        latched = NOT_LATCHED;
    }

    /// Freezes what the next reads return, so that both bytes belong to the same moment.
    void latch(long nanos) {
        if (latched == NOT_LATCHED) {
            latched = counter(nanos);
        }
    }

    int read(long nanos) {
        int value = latched == NOT_LATCHED ? counter(nanos) : latched;
        boolean high = readsHigh;
        readsHigh = followerIsHigh(high);
        if (isLast(high)) {
            latched = NOT_LATCHED;
        }
        return value >> (high ? 8 : 0) & 0xff;
    }

    /// Takes one byte of the count; true when the count is complete and the counter has started.
    boolean write(int value, long nanos) {
        boolean high = writesHigh;
        writesHigh = followerIsHigh(high);
        written = high ? (access == ACCESS_BOTH ? written : 0) | (value << 8) : value;
        if (isLast(high)) {
            count = written == 0 ? COUNT_MAX : written;
            restart(nanos);
        }
        return isLast(high);
    }

    private boolean followerIsHigh(boolean high) {
        return access == ACCESS_HIGH || (access == ACCESS_BOTH && !high);
    }

    private boolean isLast(boolean high) {
        return access != ACCESS_BOTH || high;
    }

    /// Begins to count from the start, as a count written or a rising gate does.
    void restart(long nanos) {
        startedNanos = nanos;
    }

    /// Whether the output is a train of pulses, one in `count()` oscillator ticks.
    boolean pulses() {
        return count != 0 && (mode == RATE_GENERATOR || mode == SQUARE_WAVE);
    }

    int count() {
        return count;
    }

    /// The moment of the output's `number`-th rise since the start, counting from 1.
    long riseNanos(long number) {
        long ticks = number * count;
        long rest = ticks % OSCILLATOR_HERTZ * SECOND_NANOS;
        return startedNanos
                + ticks / OSCILLATOR_HERTZ * SECOND_NANOS
                + Math.ceilDiv(rest, OSCILLATOR_HERTZ);
    }

    /// The output pin. It is high where it does not pulse.
    boolean output(long nanos) {
        if (!pulses()) {
            return true;
        }
        long phase = ticks(nanos) % count;
        return mode == SQUARE_WAVE ? phase < (count + 1) / 2 : phase < count - 1;
    }

    private int counter(long nanos) {
        if (count == 0) {
            return 0;
        }
        long ticks = ticks(nanos);
        if (mode == SQUARE_WAVE) {
            // This mode counts down in twos, once for each half of the wave.
            return (int) (count - 2 * ticks % count) & 0xfffe;
        }
        return (int) (count - ticks % count) & 0xffff;
    }

    private long ticks(long nanos) {
        long elapsed = nanos - startedNanos;
        return elapsed / SECOND_NANOS * OSCILLATOR_HERTZ
                + elapsed % SECOND_NANOS * OSCILLATOR_HERTZ / SECOND_NANOS;
    }
}
