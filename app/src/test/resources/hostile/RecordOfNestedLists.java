// A record that holds lists of lists of lists.
// expect: runs on
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RecordOfNestedLists implements Program {
    private record Holder(Object held) {}

    @Override
    public void run(Syslib sys) {
        Object list = 1;
        for (int depth = 0; depth < 60; depth++) {
            list = List.of(list, list);
        }
        sys.allocate(new Holder(list).hashCode());
    }
}
