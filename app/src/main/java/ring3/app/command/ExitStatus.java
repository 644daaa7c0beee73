package ring3.app.command;

/// What a command tells whoever started it; scripts rely on the numbers.
final class ExitStatus {
    /// Done, and every check held.
    static final int DONE = 0;

    /// A check failed, or Ring3 itself did.
    static final int FAILED = 1;

    /// The input or the usage was wrong.
    static final int BAD_INPUT = 2;

    /// The emulated kernel panicked and nobody had expected it.
    static final int PANIC = 3;

    private ExitStatus() {}
}
