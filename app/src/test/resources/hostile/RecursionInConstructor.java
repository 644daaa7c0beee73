// An object that makes another like it.
// expect: dies SIGSEGV stack overflow
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RecursionInConstructor implements Program {
    private static final class Nested {
        final Nested inner = new Nested();
    }

    @Override
    public void run(Syslib sys) {
        new Nested();
    }
}
