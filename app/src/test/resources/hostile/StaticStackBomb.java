// A static initializer that recurses for ever.
// expect: refused its static initializer fails: its stack overflows
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticStackBomb implements Program {
    private static final int DEPTH = deeper(0);

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @Override
    public void run(Syslib sys) {

    }
}
