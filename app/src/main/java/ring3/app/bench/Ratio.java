package ring3.app.bench;

/// How many times as long a peer takes for the same.
///
/// @param name what is compared with what
/// @param value above 1 when Ring3 is the quicker one
public record Ratio(String name, double value) {}
