// Threads that the Java library keeps.
// expect: refused java.util.List.parallelStream
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ParallelStream implements Program {
    @Override
    public void run(Syslib sys) {
        List.of(1).parallelStream().count();
    }
}
