// A class by its name.
// expect: refused java.lang.Class.forName
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class FindsAClass implements Program {
    @Override
    public void run(Syslib sys) {
        try {
            Class.forName("java.lang.Runtime");
        } catch (ClassNotFoundException missing) {
            return;
        }
    }
}
