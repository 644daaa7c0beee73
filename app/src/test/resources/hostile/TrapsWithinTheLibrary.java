// It enters the kernel from within a call of the Java library.
// expect: runs on
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class TrapsWithinTheLibrary implements Program {
    @Override
    public void run(Syslib sys) {
        Runnable loop = () -> {
            while (true) {
                sys.notify(sys.self());
            }
        };
        new ArrayList<>(List.of(loop)).forEach(Runnable::run);
    }
}
