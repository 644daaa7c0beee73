// Another thread would not be preempted.
// expect: refused java.lang.Thread
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class MakesAThread implements Program {
    @Override
    public void run(Syslib sys) {
        new Thread(() -> {}).start();
    }
}
