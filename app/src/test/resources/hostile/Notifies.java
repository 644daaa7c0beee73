// Waking threads up is as bad.
// expect: refused notify
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class Notifies implements Program {
    @Override
    public void run(Syslib sys) {
        notifyAll();
    }
}
