// A static initializer that throws an error of its own, whose text never ends.
// expect: refused its static initializer fails
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticThrowsItsOwn implements Program {
    static {
        fail();
    }

    private static void fail() {
        throw new Endless();
    }

    private static final class Endless extends Error {
        @Override
        public String toString() {
            while (true) {}
        }

        @Override
        public String getMessage() {
            return toString();
        }
    }

    @Override
    public void run(Syslib sys) {

    }
}
