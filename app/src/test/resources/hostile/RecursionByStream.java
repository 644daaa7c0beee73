// A stream within a stream within a stream.
// expect: dies SIGSEGV stack overflow
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RecursionByStream implements Program {
    private static long deeper(List<Integer> list) {
        return list.stream().map(_ -> deeper(list)).filter(number -> number > 0).sorted().count();
    }

    @Override
    public void run(Syslib sys) {
        deeper(List.of(1));
    }
}
