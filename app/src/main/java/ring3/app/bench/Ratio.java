package ring3.app.bench;

/// How many times as long something takes as the same done otherwise.
///
/// @param name what is compared with what
/// @param value above 1 when the second is the quicker one
public record Ratio(String name, double value) {}
