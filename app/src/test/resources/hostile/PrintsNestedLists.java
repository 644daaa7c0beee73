// A concatenation with lists of lists of lists.
// expect: runs on
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class PrintsNestedLists implements Program {
    @Override
    public void run(Syslib sys) {
        Object list = 1;
        for (int depth = 0; depth < 60; depth++) {
            list = List.of(list, list);
        }
        sys.panic("this is " + list);
    }
}
