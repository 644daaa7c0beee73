// A list that grows for ever.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessList implements Program {
    @Override
    public void run(Syslib sys) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; ; i++) {
            list.add(i);
        }
    }
}
