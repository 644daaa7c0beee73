package ring3.app.scenario;

/// Whether a condition holds, and what was found.
record Verdict(boolean holds, String detail) {}
