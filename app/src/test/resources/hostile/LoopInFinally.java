// An endless loop in a finally block that is entered by an exception.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInFinally implements Program {
    @Override
    public void run(Syslib sys) {
        int[] none = new int[0];
        try {
            none[1] = 1;
        } finally {
            while (true) {}
        }
    }
}
