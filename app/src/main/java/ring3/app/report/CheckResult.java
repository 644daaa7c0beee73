package ring3.app.report;

/// How one check of a scenario ended.
///
/// @param name what was to be true
/// @param detail what was found, for whoever asks why
public record CheckResult(String name, boolean passed, String detail) {}
