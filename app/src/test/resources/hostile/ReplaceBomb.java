// Each character of a long text is replaced by a long text.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ReplaceBomb implements Program {
    @Override
    public void run(Syslib sys) {
        String line = "x".repeat(30_000);
        sys.allocate(line.replace("x", line).length());
    }
}
