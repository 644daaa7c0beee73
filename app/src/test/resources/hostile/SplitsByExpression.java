// The same behind a method of String.
// expect: refused java.lang.String.split
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SplitsByExpression implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate("aaaa".split("(a+)+b", -1).length);
    }
}
