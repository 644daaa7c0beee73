package ring3.app.report;

/// An access that the kernel refused because the privileges of a process do not include it, or the
/// IOMMU because the memory was not opened to the device.
///
/// @param process the name of the process, or of the device
/// @param what the whole story, in one sentence
/// @param rule the rule that it broke, as the kernel names it, or IOMMU
/// @param error what the process was told; a device gets a MASTER_ABORT
/// @param event the number of the event
public record Denied(String process, String what, String rule, String error, long event) {}
