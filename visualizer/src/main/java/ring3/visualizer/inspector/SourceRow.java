package ring3.visualizer.inspector;

/// A line of program text.
///
/// @param number its number, from 1
/// @param current whether the process is there
public record SourceRow(int number, String text, boolean current) {}
