// It catches the overflow of its stack and goes on.
// expect: dies SIGSEGV stack overflow
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CatchesStackOverflow implements Program {
    private static void deeper() {
        try {
            deeper();
        } finally {
            deeper();
        }
    }

    @Override
    public void run(Syslib sys) {
        while (true) {
            try {
                deeper();
            } catch (Throwable caught) {
                continue;
            }
        }
    }
}
