// One exception replaces another on the way out.
// expect: dies SIGFPE ArithmeticException
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ThrowsFromFinally implements Program {
    @Override
    public void run(Syslib sys) {
        int zero = sys.self().slot() * 0;
        try {
            throw new IllegalStateException("first");
        } finally {
            sys.allocate(1 / zero);
        }
    }
}
