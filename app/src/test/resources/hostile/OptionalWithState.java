// A channel between processes: an array in an Optional.
// expect: refused holds something that can change
import java.util.Optional;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class OptionalWithState implements Program {
    private static final Optional<int[]> CHANNEL = Optional.of(new int[1]);

    @Override
    public void run(Syslib sys) {
        CHANNEL.get()[0]++;
    }
}
