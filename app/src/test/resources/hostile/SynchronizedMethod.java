// A method that holds a lock.
// expect: refused synchronized
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SynchronizedMethod implements Program {
    private synchronized void lock() {}

    @Override
    public void run(Syslib sys) {
        lock();
    }
}
