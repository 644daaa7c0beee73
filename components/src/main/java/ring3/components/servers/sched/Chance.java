package ring3.components.servers.sched;

/// Random numbers that are the same for the same seed on every machine: xorshift64* (Vigna, ACM
/// TOMS 42, 2016).
final class Chance {
    private static final long MULTIPLIER = 0x2545f4914f6cdd1dL;

    private long state;

    /// Any seed will do; the generator itself must not begin with 0.
    Chance(long seed) {
        state = seed * MULTIPLIER ^ MULTIPLIER;
        state = state == 0 ? 1 : state;
    }

    /// A number from 0 to `bound` - 1.
    int below(int bound) {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return (int) ((state * MULTIPLIER >>> 33) % bound);
    }
}
