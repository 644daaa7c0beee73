package ring3.visualizer;

import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.DeviceSnapshot;
import ring3.events.snapshots.MachineSnapshot;
import ring3.hardware.LedPicture;

/// What the lab draws at most once a frame.
///
/// @param lights what the LED panel shows
/// @param running whether the machine runs, or stands and waits to be stepped
/// @param speed how fast it runs when it does
/// @param census who lives in the machine, who did, and what was counted so far
/// @param run how often the machine was reset; events count from 1 again in each run
public record LabFrame(
        MachineSnapshot snapshot,
        LedPicture lights,
        boolean running,
        Speed speed,
        Census census,
        int run) {
    /// The lights of a device; null when it has none.
    public @Nullable LedPicture lightsOf(DeviceSnapshot device) {
        return device.equals(DeviceSnapshot.LED_PANEL) ? lights : null;
    }
}
