package ring3.events.snapshots;

import java.util.List;

/// A device of the machine.
///
/// @param name what people call it
/// @param ports its ports, as text: `1F0-1F7 3F6`
/// @param irq its interrupt line, or -1
public record DeviceSnapshot(String name, String ports, int irq) {
    /// The one whose lights the lab shows.
    public static final DeviceSnapshot LED_PANEL = new DeviceSnapshot("LED panel", "300-303", 10);

    /// The devices that the emulated computer has.
    public static final List<DeviceSnapshot> ALL =
            List.of(
                    new DeviceSnapshot("Timer", "40-43", 0),
                    new DeviceSnapshot("Keyboard", "60 64", 1),
                    new DeviceSnapshot("VGA text", "3D4-3D5", -1),
                    new DeviceSnapshot("ATA disk", "1F0-1F7 3F6 C000-C007", 14),
                    new DeviceSnapshot("Serial 1", "3F8-3FF", 4),
                    new DeviceSnapshot("Serial 2", "2F8-2FF", 3),
                    LED_PANEL);
}
