// What stays in the thread of the machine.
// expect: refused java.lang.ThreadLocal
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ThreadLocals implements Program {
    @Override
    public void run(Syslib sys) {
        new ThreadLocal<Integer>().set(1);
    }
}
