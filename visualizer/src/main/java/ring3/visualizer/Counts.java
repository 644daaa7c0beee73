package ring3.visualizer;

/// How often the things happened that the status bar tells.
///
/// @param messages messages that reached their receivers
/// @param faults exceptions
/// @param restarts later incarnations of a service that started
/// @param denied accesses that privileges or grants did not allow
public record Counts(long messages, long faults, long restarts, long denied) {
    /// Nothing happened yet.
    public static final Counts NONE = new Counts(0, 0, 0, 0);
}
