// A matrix of which each row is small.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LargestMatrix implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(new int[1 << 20][64].length);
    }
}
