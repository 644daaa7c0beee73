package ring3.visualizer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.DeviceSnapshot;

/// Finds the device behind a port, an interrupt line or what is selected.
public final class DeviceLabels {
    private DeviceLabels() {}

    /// The label of a device, which no process has: a process name has no colon.
    public static String label(DeviceSnapshot device) {
        return "device:" + device.name();
    }

    /// The device of that label, or null.
    public static @Nullable DeviceSnapshot find(List<DeviceSnapshot> devices, String label) {
        for (DeviceSnapshot device : devices) {
            if (label(device).equals(label)) {
                return device;
            }
        }
        return null;
    }

    /// The label of the device at that port, or null.
    public static @Nullable String atPort(List<DeviceSnapshot> devices, int port) {
        for (DeviceSnapshot device : devices) {
            for (String range : device.ports().split(" ", -1)) {
                if (covers(range, port)) {
                    return label(device);
                }
            }
        }
        return null;
    }

    /// The label of the device on that interrupt line, or null.
    public static @Nullable String onLine(List<DeviceSnapshot> devices, int line) {
        for (DeviceSnapshot device : devices) {
            if (device.irq() == line) {
                return label(device);
            }
        }
        return null;
    }

    /// The label of the device whose name begins so, or null: ATA is the ATA disk.
    public static @Nullable String called(List<DeviceSnapshot> devices, String name) {
        for (DeviceSnapshot device : devices) {
            if (device.name().toUpperCase(Locale.ROOT).startsWith(name)) {
                return label(device);
            }
        }
        return null;
    }

    private static boolean covers(String range, int port) {
        int dash = range.indexOf('-');
        try {
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
            return port >= first && port <= last;
        } catch (NumberFormatException notARange) {
            return false; // A device may describe its ports in words.
        }
    }
}
