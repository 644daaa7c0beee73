// It ends the Java virtual machine at once.
// expect: refused java.lang.Runtime
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class HaltsTheHost implements Program {
    @Override
    public void run(Syslib sys) {
        Runtime.getRuntime().halt(1);
    }
}
