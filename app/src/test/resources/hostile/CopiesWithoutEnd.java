// A list of two thousand million copies.
// expect: refused java.util.Collections.nCopies
import java.util.Collections;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CopiesWithoutEnd implements Program {
    @Override
    public void run(Syslib sys) {
        Collections.nCopies(Integer.MAX_VALUE, "x").toString();
    }
}
