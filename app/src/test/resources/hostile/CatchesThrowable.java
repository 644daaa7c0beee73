// It catches everything around an endless loop, so that nothing ends it.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CatchesThrowable implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {
            try {
                while (true) {}
            } catch (Throwable caught) {
                continue;
            }
        }
    }
}
