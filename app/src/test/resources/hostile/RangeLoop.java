// Four thousand million turns within one call of the Java library.
// expect: dies SIGKILL ENOMEM
import java.util.stream.IntStream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RangeLoop implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(IntStream.range(Integer.MIN_VALUE, Integer.MAX_VALUE).filter(n -> n == 0).sum());
    }
}
