// A random generator that seeds itself by the clock.
// expect: refused java.util.Random
import java.util.Random;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SeedsItself implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(new Random().nextInt());
    }
}
