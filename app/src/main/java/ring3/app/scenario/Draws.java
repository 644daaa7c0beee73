package ring3.app.scenario;

/// The random numbers of a run: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) from the seed of
/// the scenario. It is written out here so that a seed means the same on every JVM for ever.
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Draws(long seed) {
        state = seed;
    }

    /// A number from `from` to `to`, both included.
    long between(long from, long to) {
        assert from <= to : "an empty range has no number";
        return from + Long.remainderUnsigned(next(), to - from + 1);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
