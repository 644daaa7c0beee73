// It keeps exceptions, each with the way it came.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class KeepsExceptions implements Program {
    @Override
    public void run(Syslib sys) {
        List<RuntimeException> all = new ArrayList<>();
        while (true) {
            all.add(new IllegalStateException());
        }
    }
}
