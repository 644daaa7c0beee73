// A comparator that never decides, called by a sort of the Java library.
// expect: runs on
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInComparator implements Program {
    @Override
    public void run(Syslib sys) {
        List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));
        numbers.sort((a, b) -> {
            while (true) {}
        });
    }
}
