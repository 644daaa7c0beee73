package ring3.events.snapshots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.hardware.TextScreen;
import ring3.syslib.Endpoint;

/// The whole machine at a point between two kernel entries.
///
/// @param event the number of the last event
/// @param nanos virtual time since power-on
/// @param running who has the processor; NONE when it is idle
/// @param processes all processes by slot, kernel tasks first
/// @param screen what the emulated console shows
/// @param panic why the kernel stopped, or null
public record MachineSnapshot(
        long event,
        long nanos,
        Endpoint running,
        List<ProcessSnapshot> processes,
        List<DeviceSnapshot> devices,
        TextScreen screen,
        boolean halted,
        @Nullable String panic) {
    public MachineSnapshot {
        processes = List.copyOf(processes);
        devices = List.copyOf(devices);
    }

    /// The process with that endpoint, or null when it is gone.
    public @Nullable ProcessSnapshot process(Endpoint endpoint) {
        for (ProcessSnapshot process : processes) {
            if (process.endpoint().equals(endpoint)) {
                return process;
            }
        }
        return null;
    }
}
