// A lock on a text that all programs share.
// expect: refused monitor
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LocksAString implements Program {
    @Override
    public void run(Syslib sys) {
        synchronized ("shared") {
            sys.receive();
        }
    }
}
