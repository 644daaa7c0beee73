// It keeps the garbage collector busy.
// expect: refused java.lang.System.gc
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CollectsGarbage implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {
            System.gc();
        }
    }
}
