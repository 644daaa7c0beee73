// The clock of the host.
// expect: refused java.lang.System.nanoTime
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ReadsTheClock implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate((int) System.nanoTime());
    }
}
