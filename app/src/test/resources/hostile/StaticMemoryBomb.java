// A static initializer that wants all memory.
// expect: refused its static initializer fails: it takes too much memory
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticMemoryBomb implements Program {
    private static final int SIZE = new long[1 << 23].length;

    @Override
    public void run(Syslib sys) {

    }
}
