package ring3.app.report;

/// An access that the kernel refused because the privileges of a process do not include it.
///
/// @param process the name of the process
/// @param what the whole story, in one sentence
/// @param rule the rule that it broke, as the kernel names it
/// @param error what the process was told
/// @param event the number of the event
public record Denied(String process, String what, String rule, String error, long event) {}
