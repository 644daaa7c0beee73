package ring3.components.servers.vfs;

import java.util.TreeMap;
import ring3.syslib.Syslib;

/// Any number of alarms on the one that the kernel gives a process (minix: lib/libtimers).
final class Alarms {
    /// When an alarm is due, in ticks since boot; those of one tick come in the order they were
    /// set.
    record Due(long tick, long number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return tick == other.tick
                    ? Long.compare(number, other.number)
                    : Long.compare(tick, other.tick);
        }
    }

    private final Syslib sys;
    private final TreeMap<Due, Runnable> alarms = new TreeMap<>();
    private long lastNumber;

    Alarms(Syslib sys) {
        this.sys = sys;
    }

    /// Does `work` after `ticks` ticks, at least one.
    Due set(long ticks, Runnable work) {
        Due due = new Due(sys.uptimeTicks() + Math.max(ticks, 1), ++lastNumber);
        alarms.put(due, work);
        arm();
        return due;
    }

    void cancel(Due due) {
        alarms.remove(due);
        arm();
    }

    /// The kernel's alarm went off.
    void expired() {
        long now = sys.uptimeTicks();
        while (!alarms.isEmpty() && alarms.firstKey().tick() <= now) {
            alarms.pollFirstEntry().getValue().run();
        }
        arm();
    }

    private void arm() {
        long ticks = alarms.isEmpty() ? 0 : alarms.firstKey().tick() - sys.uptimeTicks();
        sys.setAlarm(alarms.isEmpty() ? 0 : Math.max(ticks, 1));
    }
}
