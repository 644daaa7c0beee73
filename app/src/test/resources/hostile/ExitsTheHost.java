// It ends the Java virtual machine.
// expect: refused java.lang.System.exit
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ExitsTheHost implements Program {
    @Override
    public void run(Syslib sys) {
        System.exit(1);
    }
}
