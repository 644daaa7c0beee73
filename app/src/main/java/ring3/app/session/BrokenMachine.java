package ring3.app.session;

/// Ring3 itself has a bug: the machine could not go on behind that event. It is never the fault of
/// the person outside, nor of a component, whose failures the emulated system deals with.
public final class BrokenMachine extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The machine broke behind event `event`.
    public BrokenMachine(long event, Throwable cause) {
        super("at event " + event, cause);
    }
}
