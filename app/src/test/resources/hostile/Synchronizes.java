// A lock could be held for ever.
// expect: refused monitor
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class Synchronizes implements Program {
    @Override
    public void run(Syslib sys) {
        synchronized (this) {
            sys.receive();
        }
    }
}
