// Lists of lists of lists: few objects, but a text without end.
// expect: runs on
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class NestedLists implements Program {
    @Override
    public void run(Syslib sys) {
        List<Object> list = List.of();
        for (int depth = 0; depth < 60; depth++) {
            list = List.of(list, list);
        }
        sys.allocate(list.hashCode());
    }
}
