// A method that calls itself for ever.
// expect: dies SIGSEGV stack overflow
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessRecursion implements Program {
    @Override
    public void run(Syslib sys) {
        run(sys);
    }
}
