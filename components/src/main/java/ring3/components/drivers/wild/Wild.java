package ring3.components.drivers.wild;

import ring3.components.lib.Sef;
import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A driver with a stray pointer: a second after its start it writes to an address that it has
/// never been given. As a process it has no memory there, dies of a page fault, and is replaced. In
/// kernel mode all memory is there for everybody, and what lies at that address is the kernel.
public final class Wild implements Program {
    private static final int TICKS_PER_SECOND = 60;

    /// Above all memory that this driver has, and within the first MiB, which is the kernel's.
    private static final int STRAY_ADDRESS = 0x8_0000;

    @Override
    public void run(Syslib sys) {
        var sef = new Sef(sys, (_, _) -> sys.setAlarm(TICKS_PER_SECOND));
        for (; ; ) {
            if (sef.receive().isNotifyFrom(Endpoint.CLOCK)) {
                sys.memory().putInt(STRAY_ADDRESS, 0);
            }
        }
    }
}
