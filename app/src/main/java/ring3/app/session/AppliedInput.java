package ring3.app.session;

/// An input with the moment at which it was applied: behind event `event`, at virtual time `nanos`.
public record AppliedInput(long event, long nanos, Input input) {}
