// The environment of the host.
// expect: refused java.lang.System.getenv
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ReadsTheEnvironment implements Program {
    @Override
    public void run(Syslib sys) {
        sys.panic(System.getenv("HOME"));
    }
}
