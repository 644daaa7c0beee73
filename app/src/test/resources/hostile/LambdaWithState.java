// A channel between processes: what a lambda has captured.
// expect: refused holds something that can change
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LambdaWithState implements Program {
    private static final Runnable CHANNEL = counter(new int[1]);

    private static Runnable counter(int[] count) {
        return () -> count[0]++;
    }

    @Override
    public void run(Syslib sys) {
        CHANNEL.run();
    }
}
