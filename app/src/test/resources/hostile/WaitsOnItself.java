// Waiting blocks the thread of the machine.
// expect: refused wait
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class WaitsOnItself implements Program {
    @Override
    public void run(Syslib sys) {
        try {
            wait(1);
        } catch (InterruptedException woken) {
            return;
        }
    }
}
