// An exception that runs code when the machine looks where it came from.
// expect: refused a program may not have a method of that name
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class FakesItsStack implements Program {
    private static final class Evil extends RuntimeException {
        @Override
        public StackTraceElement[] getStackTrace() {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        throw new Evil();
    }
}
