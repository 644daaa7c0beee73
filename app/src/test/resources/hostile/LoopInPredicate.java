// A predicate that never ends, called by a stream.
// expect: runs on
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInPredicate implements Program {
    @Override
    public void run(Syslib sys) {
        List.of(1, 2, 3).stream().filter(_ -> {
            while (true) {}
        }).toList();
    }
}
