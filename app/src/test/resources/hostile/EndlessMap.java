// A map that grows for ever.
// expect: dies SIGKILL ENOMEM
import java.util.Map;
import java.util.TreeMap;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessMap implements Program {
    @Override
    public void run(Syslib sys) {
        Map<Integer, Integer> map = new TreeMap<>();
        for (int i = 0; ; i++) {
            map.put(i, i);
        }
    }
}
