// It catches the end of its memory and asks for more.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CatchesOutOfMemory implements Program {
    @Override
    public void run(Syslib sys) {
        while (true) {
            try {
                sys.allocate(new long[1 << 28].length);
            } catch (Throwable caught) {
                continue;
            }
        }
    }
}
