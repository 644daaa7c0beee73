// A list that holds itself is asked for its hash code.
// expect: dies SIGSEGV stack overflow
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ListInItself implements Program {
    @Override
    public void run(Syslib sys) {
        List<Object> list = new ArrayList<>();
        list.add(list);
        sys.allocate(list.hashCode());
    }
}
