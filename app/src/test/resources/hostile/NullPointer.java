// It follows a null reference.
// expect: dies SIGSEGV NullPointerException
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class NullPointer implements Program {
    @Override
    public void run(Syslib sys) {
        int[] nothing = sys.self().slot() < 0 ? new int[1] : null;
        nothing[0] = 1;
    }
}
