package ring3.samples;

import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// Never waits for anything.
public final class Busy implements Program {
    @Override
    public void run(Syslib sys) {
        while (sys.uptimeTicks() >= 0) {
            sys.memory().getByte(sys.startup().heapStart());
        }
    }
}
