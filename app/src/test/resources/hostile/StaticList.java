// A channel between processes: a list.
// expect: refused holds something that can change
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticList implements Program {
    private static final List<Integer> CHANNEL = new ArrayList<>();

    @Override
    public void run(Syslib sys) {
        CHANNEL.add(1);
    }
}
