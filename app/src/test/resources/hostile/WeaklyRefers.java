// When the host collects garbage.
// expect: refused java.lang.ref.WeakReference
import java.lang.ref.WeakReference;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class WeaklyRefers implements Program {
    @Override
    public void run(Syslib sys) {
        WeakReference<Object> weak = new WeakReference<>(new Object());
        while (weak.get() != null) {}
    }
}
