// A range of nine million million millions.
// expect: refused java.util.stream.LongStream.range
import java.util.stream.LongStream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LongRange implements Program {
    @Override
    public void run(Syslib sys) {
        LongStream.range(0, Long.MAX_VALUE).filter(n -> n < 0).sum();
    }
}
