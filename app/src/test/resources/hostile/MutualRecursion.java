// Two methods that call each other for ever.
// expect: dies SIGSEGV stack overflow
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class MutualRecursion implements Program {
    private static int ping(int ball) {
        return pong(ball + 1) + 1;
    }

    private static int pong(int ball) {
        return ping(ball + 1) + 1;
    }

    @Override
    public void run(Syslib sys) {
        ping(1);
    }
}
