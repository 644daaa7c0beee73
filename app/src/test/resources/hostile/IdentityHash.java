// Where the host has put an object.
// expect: refused java.lang.System.identityHashCode
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class IdentityHash implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(System.identityHashCode(this));
    }
}
