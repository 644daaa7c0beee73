// An endless loop that does nothing.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EmptyLoop implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {}
    }
}
