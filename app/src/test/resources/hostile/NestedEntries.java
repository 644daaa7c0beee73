// A pair of pairs of pairs, asked as a plain object.
// expect: runs on
import java.util.Map;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class NestedEntries implements Program {
    @Override
    public void run(Syslib sys) {
        Object pair = 1;
        for (int depth = 0; depth < 60; depth++) {
            pair = Map.entry(pair, pair);
        }
        sys.allocate(pair.hashCode());
    }
}
