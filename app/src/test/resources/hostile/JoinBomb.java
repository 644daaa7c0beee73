// A long separator between many texts.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class JoinBomb implements Program {
    @Override
    public void run(Syslib sys) {
        String line = "x".repeat(100_000);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(line);
        }
        sys.allocate(String.join(line, lines).length());
    }
}
