// A list that is gone through within going through it.
// expect: dies SIGSEGV stack overflow
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RecursionByLambda implements Program {
    private static void deeper(List<Integer> list) {
        list.forEach(_ -> deeper(list));
    }

    @Override
    public void run(Syslib sys) {
        deeper(List.of(1));
    }
}
