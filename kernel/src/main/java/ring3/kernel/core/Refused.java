package ring3.kernel.core;

import ring3.events.Rule;
import ring3.syslib.Errno;

/// A kernel call cannot be carried out: it has changed nothing, and its caller gets the error. It
/// has no stack trace, so refusing costs no more than any other answer.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What the caller gets.
    final Errno error;

    /// What the observer is told.
    final Rule rule;

    public Refused(Errno error, Rule rule) {
        super(null, null, false, false);
        this.error = error;
        this.rule = rule;
    }

    /// Refuses unless `condition` holds.
    public static void unless(boolean condition, Errno error, Rule rule) {
        if (!condition) {
            throw new Refused(error, rule);
        }
    }
}
