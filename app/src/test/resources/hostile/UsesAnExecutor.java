// Threads of somebody else.
// expect: refused java.util.concurrent
import java.util.concurrent.Executors;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class UsesAnExecutor implements Program {
    @Override
    public void run(Syslib sys) {
        Executors.newCachedThreadPool().submit(() -> {});
    }
}
