// A property of the host.
// expect: refused java.lang.System.getProperty
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ReadsAProperty implements Program {
    @Override
    public void run(Syslib sys) {
        sys.panic(System.getProperty("user.home"));
    }
}
