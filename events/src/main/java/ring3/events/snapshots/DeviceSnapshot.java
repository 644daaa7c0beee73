package ring3.events.snapshots;

/// A device of the machine.
///
/// @param name what people call it
/// @param ports its ports, as text: `1F0-1F7 3F6`
/// @param irq its interrupt line, or -1
/// @param activity a number that grows whenever the device does something
public record DeviceSnapshot(String name, String ports, int irq, long activity) {}
