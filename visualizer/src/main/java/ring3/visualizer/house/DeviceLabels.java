package ring3.visualizer.house;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.DeviceSnapshot;

/// Finds the device behind a port or an interrupt line.
final class DeviceLabels {
    private DeviceLabels() {}

    static String label(DeviceSnapshot device) {
        return "device:" + device.name();
    }

    /// The label of the device at that port, or null.
    static @Nullable String atPort(List<DeviceSnapshot> devices, int port) {
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
    static @Nullable String onLine(List<DeviceSnapshot> devices, int line) {
        for (DeviceSnapshot device : devices) {
            if (device.irq() == line) {
                return label(device);
            }
        }
        return null;
    }

    /// The label of the device whose name begins so, or null: ATA is the ATA disk.
    static @Nullable String called(List<DeviceSnapshot> devices, String name) {
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
