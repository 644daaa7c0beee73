// The terminal of the host.
// expect: refused java.lang.System.out
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class PrintsOnTheHost implements Program {
    @Override
    public void run(Syslib sys) {
        System.out.println("hello, host");
    }
}
