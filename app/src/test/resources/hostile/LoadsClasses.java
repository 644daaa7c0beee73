// A class loader of its own.
// expect: refused java.lang.ClassLoader
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoadsClasses implements Program {
    @Override
    public void run(Syslib sys) {
        new ClassLoader() {};
    }
}
