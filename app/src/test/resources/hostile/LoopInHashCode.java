// A hashCode that never ends, called by a map.
// expect: runs on
import java.util.HashMap;
import java.util.Map;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInHashCode implements Program {
    private static final class Endless {
        @Override
        public int hashCode() {
            while (true) {}
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    @Override
    public void run(Syslib sys) {
        Map<Object, Integer> map = new HashMap<>();
        map.put(new Endless(), 1);
    }
}
