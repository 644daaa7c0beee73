// An endless loop in a lambda.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInLambda implements Program {
    @Override
    public void run(Syslib sys) {
        Runnable loop = () -> {
            while (true) {}
        };
        loop.run();
    }
}
