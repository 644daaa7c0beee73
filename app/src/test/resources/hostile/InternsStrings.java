// Texts that stay in the host for ever.
// expect: refused java.lang.String.intern
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class InternsStrings implements Program {
    @Override
    public void run(Syslib sys) {
        for (int i = 0; ; i++) {
            ("text " + i).intern();
        }
    }
}
