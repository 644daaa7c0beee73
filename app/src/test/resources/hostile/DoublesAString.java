// A text that doubles by concatenation.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class DoublesAString implements Program {
    @Override
    public void run(Syslib sys) {
        String text = "x";
        while (true) {
            text = text + text;
        }
    }
}
