// It waits for a message in a finally while it dies of ENOMEM.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class WaitsInFinally implements Program {
    @Override
    public void run(Syslib sys) {
        try {
            sys.allocate(new int[Integer.MAX_VALUE].length);
        } finally {
            sys.receive();
        }
    }
}
