// A key that takes for ever to look at.
// expect: runs on
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class NestedKeys implements Program {
    @Override
    public void run(Syslib sys) {
        Object key = 1;
        for (int depth = 0; depth < 60; depth++) {
            key = List.of(key, key);
        }
        Map<Object, Integer> map = new HashMap<>();
        map.put(key, 1);
    }
}
