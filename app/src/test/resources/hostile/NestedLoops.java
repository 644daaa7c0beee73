// Three loops in each other; only the innermost works.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class NestedLoops implements Program {
    @Override
    public void run(Syslib sys) {
        long sum = 0;
        for (int i = 0; ; i++) {
            for (int j = 0; j < 1000; j++) {
                for (int k = 0; k < 1000; k++) {
                    sum += i ^ j ^ k;
                }
            }
        }
    }
}
