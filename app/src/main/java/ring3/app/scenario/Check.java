package ring3.app.scenario;

/// A condition that must hold at the end, with a name that says what it means.
record Check(String name, Condition that) {}
