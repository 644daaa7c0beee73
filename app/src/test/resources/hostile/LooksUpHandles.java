// Method handles to anything.
// expect: refused java.lang.invoke.MethodHandles.lookup
import java.lang.invoke.MethodHandles;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LooksUpHandles implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(MethodHandles.lookup().lookupModes());
    }
}
