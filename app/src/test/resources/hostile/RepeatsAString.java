// A text of a thousand million characters.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RepeatsAString implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate("x".repeat(1 << 30).length());
    }
}
