// An order that differs from one host to the next.
// expect: refused java.util.Set.of
import java.util.Set;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SaltedOrder implements Program {
    @Override
    public void run(Syslib sys) {
        for (String one : Set.of("a", "b", "c")) {
            sys.panic(one);
        }
    }
}
