// It dies of an exception whose text never ends.
// expect: dies SIGSEGV Endless
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessMessage implements Program {
    private static final class Endless extends RuntimeException {
        @Override
        public String getMessage() {
            while (true) {}
        }

        @Override
        public String toString() {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        throw new Endless();
    }
}
