// It keeps what it allocates and enters the kernel in between.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class KeepsWhileItTraps implements Program {
    @Override
    public void run(Syslib sys) {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
            sys.notify(sys.self());
        }
    }
}
