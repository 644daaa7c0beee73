// A loop made of exceptions, each with a finally that goes on.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ThrowsAndCatches implements Program {
    @Override
    public void run(Syslib sys) {
        int turns = 0;
        while (true) {
            try {
                throw new IllegalStateException("turn");
            } catch (IllegalStateException turn) {
                turns++;
            } finally {
                if (turns >= 0) {
                    continue;
                }
            }
        }
    }
}
