// A list that is added to itself.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class DoublesAList implements Program {
    @Override
    public void run(Syslib sys) {
        List<Integer> list = new ArrayList<>(List.of(1));
        while (true) {
            list.addAll(list);
        }
    }
}
