// A channel between processes: a field of an enum.
// expect: refused holds something that can change
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class EnumWithState implements Program {
    private enum Channel {
        ONLY;

        private int counter;
    }

    @Override
    public void run(Syslib sys) {
        Channel.ONLY.counter++;
    }
}
