// An array made by a method reference.
// expect: dies SIGKILL ENOMEM
import java.util.function.IntFunction;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ArrayByReference implements Program {
    @Override
    public void run(Syslib sys) {
        IntFunction<long[]> make = long[]::new;
        sys.allocate(make.apply(1 << 30).length);
    }
}
