package ring3.app.report;

/// A service died and its next incarnation works.
///
/// @param label the name of the service
/// @param generation which incarnation works now; the one of the boot is 1
/// @param cause what the one before it died of
/// @param diedAt when that was, in nanoseconds of virtual time
/// @param restoredAt when the new one had told the reincarnation server that it is ready
public record Restart(String label, int generation, String cause, long diedAt, long restoredAt) {}
