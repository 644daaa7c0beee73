// It makes kernel calls in a finally while it dies.
// expect: dies SIGSEGV stack overflow
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class TrapsInFinally implements Program {
    private static int deeper() {
        return deeper() + 1;
    }

    @Override
    public void run(Syslib sys) {
        try {
            deeper();
        } finally {
            while (true) {
                sys.notify(sys.self());
            }
        }
    }
}
