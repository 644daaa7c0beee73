package ring3.bench;

/// How long a benchmark takes, and how sure one can be of it.
///
/// @param warmups iterations that are not counted, while the host's compiler is at work
/// @param iterations those whose median is the result
/// @param millis how long each of them is
record Effort(int warmups, int iterations, int millis) {
    /// What the published figures are made with.
    static final Effort FULL = new Effort(4, 7, 700);

    /// Shows that everything works; the figures are rough.
    static final Effort QUICK = new Effort(1, 1, 100);
}
