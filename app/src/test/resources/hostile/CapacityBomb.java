// An empty list with room for a thousand million elements.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CapacityBomb implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(new ArrayList<Integer>(1 << 30).size());
    }
}
