package ring3.app.bench;

/// A benchmark that cannot be made on this computer, and why.
public record Skipped(String name, String why) {}
