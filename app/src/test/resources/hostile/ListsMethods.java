// Reflection by a class literal.
// expect: refused java.lang.Class.getDeclaredMethods
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ListsMethods implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(String.class.getDeclaredMethods().length);
    }
}
