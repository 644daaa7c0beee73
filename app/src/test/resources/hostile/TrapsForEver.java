// It enters the kernel without end.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class TrapsForEver implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {
            sys.notify(sys.self());
        }
    }
}
