// A text that grows for ever.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EndlessBuilder implements Program {
    @Override
    public void run(Syslib sys) {
        StringBuilder text = new StringBuilder();
        while (true) {
            text.append("and so on, ");
        }
    }
}
