// An endless loop that would run while the program is loaded.
// expect: refused its static initializer fails: it does not end
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInStaticInitializer implements Program {
    static {
        int turns = 0;
        while (turns >= 0) {
            turns &= 7;
        }
    }

    @Override
    public void run(Syslib sys) {

    }
}
