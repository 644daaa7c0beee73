// What one process writes the other would read.
// expect: refused can change: what is static belongs to all processes
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class MutableStatic implements Program {
    private static int counter;

    @Override
    public void run(Syslib sys) {
        counter++;
    }
}
