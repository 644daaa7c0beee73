// The memory of the host.
// expect: refused sun.misc.Unsafe
import ring3.syslib.Program;
import ring3.syslib.Syslib;
import sun.misc.Unsafe;

public final class UsesUnsafe implements Program {
    @Override
    public void run(Syslib sys) {
        Unsafe unsafe = null;
        unsafe.putAddress(0, 0);
    }
}
