package ring3.components.drivers.stuck;

import ring3.components.lib.Sef;
import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A driver that hangs in an empty loop, without a single way into the kernel. As a process it is
/// preempted by the clock, misses its heartbeats, and is replaced. In kernel mode nobody ever gets
/// the processor back.
public final class Stuck implements Program {
    private static final int TICKS_PER_SECOND = 60;

    @Override
    public void run(Syslib sys) {
        var sef = new Sef(sys, (_, _) -> sys.setAlarm(TICKS_PER_SECOND));
        while (true) {
            if (sef.receive().isNotifyFrom(Endpoint.CLOCK)) {
                hang();
            }
        }
    }

    @SuppressWarnings("InfiniteLoop") // That is what it is for.
    private static void hang() {
        while (true) {}
    }
}
