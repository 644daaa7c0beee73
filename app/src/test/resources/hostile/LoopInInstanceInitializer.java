// An endless loop in an initializer of the object.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInInstanceInitializer implements Program {
    private int turns;

    {
        do {
            turns++;
        } while (turns != 0 || turns == 0);
    }

    @Override
    public void run(Syslib sys) {

    }
}
