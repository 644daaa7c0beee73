// A constant that is a chain of a hundred thousand objects.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticLongChain implements Program {
    private static final Object CONSTANT = chain();

    private record Link(Object before) {}

    private static Object chain() {
        Object last = 1;
        for (int length = 0; length < 100_000; length++) {
            last = new Link(last);
        }
        return last;
    }

    @Override
    public void run(Syslib sys) {
        while (true) {}
    }
}
