// Another that never ends.
// expect: refused java.util.stream.Stream.generate
import java.util.stream.Stream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class GeneratedStream implements Program {
    @Override
    public void run(Syslib sys) {
        Stream.generate(() -> 1).count();
    }
}
