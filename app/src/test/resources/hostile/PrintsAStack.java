// The way an exception came, on the terminal of the host.
// expect: refused printStackTrace
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class PrintsAStack implements Program {
    @Override
    public void run(Syslib sys) {
        new IllegalStateException().printStackTrace();
    }
}
