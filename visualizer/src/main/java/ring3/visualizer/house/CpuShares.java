package ring3.visualizer.house;

import java.util.HashMap;
import java.util.Map;
import ring3.events.snapshots.MachineSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.syslib.Endpoint;

/// How much of the processor each process had of late: over the last tenth of a virtual second or
/// more, so that the bars neither flicker nor lag.
final class CpuShares {
    private static final long WINDOW_NANOS = 100_000_000;

    private final Map<Endpoint, Long> usedBefore = new HashMap<>();
    private final Map<Endpoint, Integer> percent = new HashMap<>();
    private long nanosBefore;

    void show(MachineSnapshot snapshot) {
        if (snapshot.nanos() < nanosBefore) {
            forget(); // The machine was reset.
        }
        long window = snapshot.nanos() - nanosBefore;
        if (window < WINDOW_NANOS) {
            return;
        }
        percent.clear();
        for (ProcessSnapshot process : snapshot.processes()) {
            long used = process.cpuNanos() - usedBefore.getOrDefault(process.endpoint(), 0L);
            percent.put(process.endpoint(), Math.clamp(used * 100 / window, 0, 100));
        }
        usedBefore.clear();
        snapshot.processes().forEach(p -> usedBefore.put(p.endpoint(), p.cpuNanos()));
        nanosBefore = snapshot.nanos();
    }

    int percent(Endpoint process) {
        return percent.getOrDefault(process, 0);
    }

    private void forget() {
        usedBefore.clear();
        percent.clear();
        nanosBefore = 0;
    }
}
