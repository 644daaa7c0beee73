// An endless loop before the program has begun.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInConstructor implements Program {
    public LoopInConstructor() {
        while (true) {}
    }

    @Override
    public void run(Syslib sys) {

    }
}
