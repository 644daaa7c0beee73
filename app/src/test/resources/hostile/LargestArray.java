// The largest array there is.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LargestArray implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(new int[Integer.MAX_VALUE].length);
    }
}
