package ring3.kernel.core;

import module ring3.events;

/// A kernel call cannot be carried out: it has changed nothing, and its caller gets the error. It
/// has no stack trace, so refusing costs no more than any other answer.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What the caller gets.
    final Errno error;

    /// What the observer is told.
    final Rule rule;

    private final boolean told;

    public Refused(Errno error, Rule rule) {
        this(error, rule, false);
    }

    /// @param told whether the observer has been told already, by an event that says more
    Refused(Errno error, Rule rule, boolean told) {
        super(null, null, false, false);
        this.error = error;
        this.rule = rule;
        this.told = told;
    }

    boolean isNews() {
        return !told;
    }

    /// Refuses unless `condition` holds.
    public static void unless(boolean condition, Errno error, Rule rule) {
        if (!condition) {
            throw new Refused(error, rule);
        }
    }
}
