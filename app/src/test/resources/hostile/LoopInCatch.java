// An endless loop in a catch block.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInCatch implements Program {
    @Override
    public void run(Syslib sys) {
        int zero = sys.heap().hashCode() & 0;
        try {
            zero = 1 / zero;
        } catch (ArithmeticException thrown) {
            while (true) {}
        }
    }
}
