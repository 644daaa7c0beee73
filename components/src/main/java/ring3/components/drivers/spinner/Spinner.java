package ring3.components.drivers.spinner;

import ring3.components.lib.Ports;
import ring3.components.lib.Sef;
import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A driver that asks its device again and again whether it is ready, and whose device never is. As
/// a process it is preempted like any other, misses its heartbeats, and is replaced. In kernel mode
/// nobody takes the processor away from it.
public final class Spinner implements Program {
    private static final int TICKS_PER_SECOND = 60;
    private static final int SOUND_STATUS = 0x22c;

    /// Where there is no chip all bits read as ones, so this one never falls.
    private static final int BUSY = 0x80;

    @Override
    public void run(Syslib sys) {
        var ports = new Ports(sys);
        var sef = new Sef(sys, (_, _) -> sys.setAlarm(TICKS_PER_SECOND));
        for (; ; ) {
            if (sef.receive().isNotifyFrom(Endpoint.CLOCK)) {
                awaitReady(ports);
            }
        }
    }

    private static void awaitReady(Ports ports) {
        int status;
        do {
            status = ports.in(SOUND_STATUS);
        } while ((status & BUSY) != 0);
    }
}
