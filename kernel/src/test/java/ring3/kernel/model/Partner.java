package ring3.kernel.model;

/// Whom an operation of a story names. Endpoints change when a process is born again, so a story
/// names its processes by their place in the cast.
///
/// @param kind how to find the endpoint
/// @param index which process, or which kernel task (-5 to -1)
record Partner(Kind kind, int index) {
    enum Kind {
        /// The process as it is now, or was last.
        NOW,
        /// The process as it was before it was born again.
        BEFORE,
        /// A kernel task.
        TASK,
        /// A slot that is never used.
        NOBODY,
        /// The three endpoints that stand for no process.
        ANY,
        NONE,
        SELF
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NOW -> "p" + index;
            case BEFORE -> "the former p" + index;
            case TASK -> "task " + index;
            case NOBODY -> "an unused slot";
            case ANY, NONE, SELF -> kind.name();
        };
    }
}
