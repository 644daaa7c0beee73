// Reflection begins with the class of an object.
// expect: refused getClass
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class AsksForItsClass implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(getClass().getModifiers());
    }
}
