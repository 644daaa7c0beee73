// Nor would a virtual thread.
// expect: refused java.lang.Thread
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class MakesAVirtualThread implements Program {
    @Override
    public void run(Syslib sys) {
        Thread.startVirtualThread(() -> {});
    }
}
