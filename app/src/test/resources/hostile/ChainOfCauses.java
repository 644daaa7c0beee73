// It dies of an exception with a hundred thousand causes.
// expect: dies SIGABRT IllegalStateException
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ChainOfCauses implements Program {
    @Override
    public void run(Syslib sys) {
        RuntimeException last = new IllegalStateException("first");
        for (int i = 0; i < 1000; i++) {
            last = new IllegalStateException(last);
        }
        throw last;
    }
}
