// A lock on a class that all programs share.
// expect: refused monitor
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LocksAClass implements Program {
    @Override
    public void run(Syslib sys) {
        synchronized (String.class) {
            sys.receive();
        }
    }
}
