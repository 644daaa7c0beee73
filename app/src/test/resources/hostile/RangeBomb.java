// All integers in one list; the range begins below zero.
// expect: dies SIGKILL ENOMEM
import java.util.stream.IntStream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RangeBomb implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(IntStream.range(Integer.MIN_VALUE, Integer.MAX_VALUE).boxed().toList().size());
    }
}
