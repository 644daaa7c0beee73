// Whatever the host has installed.
// expect: refused java.util.ServiceLoader
import java.util.ServiceLoader;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoadsServices implements Program {
    @Override
    public void run(Syslib sys) {
        ServiceLoader.load(Runnable.class);
    }
}
