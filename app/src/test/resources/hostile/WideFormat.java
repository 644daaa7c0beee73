// A format with a width of thousands of millions.
// expect: refused java.lang.String.format
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class WideFormat implements Program {
    @Override
    public void run(Syslib sys) {
        sys.panic(String.format("%2000000000d", 1));
    }
}
