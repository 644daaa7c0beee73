// A channel between processes: an array in a record in a list.
// expect: refused holds something that can change
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RecordWithState implements Program {
    private static final List<Holder> CHANNEL = List.of(new Holder(new int[1]));

    private record Holder(int[] array) {}

    @Override
    public void run(Syslib sys) {
        CHANNEL.getFirst().array()[0]++;
    }
}
