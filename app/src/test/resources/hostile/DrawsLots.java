// Chance that no seed decides.
// expect: refused java.lang.Math.random
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class DrawsLots implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate((int) (Math.random() * 10));
    }
}
