package ring3.app.session;

/// Ring3 itself has a bug: the machine could not go on behind that event. It is never the fault of
/// the person outside, nor of a component, whose failures the emulated system deals with.
public final class BrokenMachine extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long event;
    private final Throwable failure;

    /// The machine broke behind event `event`.
    public BrokenMachine(long event, Throwable failure) {
        super("at event " + event, failure);
        this.event = event;
        this.failure = failure;
    }

    /// The event behind which it broke, the throw, and its place, in one sentence.
    public String sentence() {
        return "at event " + event + ": " + sentence(failure);
    }

    /// A failure and its place, which is what whoever repairs it asks first, in one sentence.
    public static String sentence(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0 ? failure.toString() : failure + " (" + stack[0] + ")";
    }
}
