// A stream that never ends within the Java library.
// expect: refused java.util.stream.Stream.iterate
import java.util.stream.Stream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessStream implements Program {
    @Override
    public void run(Syslib sys) {
        Stream.iterate(1, n -> n).forEach(_ -> {});
    }
}
