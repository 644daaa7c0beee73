// A channel between processes: one object for all.
// expect: refused holds something that can change
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticSingleton implements Program {
    private static final StaticSingleton ONLY = new StaticSingleton();

    private int counter;

    @Override
    public void run(Syslib sys) {
        ONLY.counter++;
    }
}
