// A channel between processes: an array.
// expect: refused holds something that can change
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticArray implements Program {
    private static final int[] CHANNEL = new int[1];

    @Override
    public void run(Syslib sys) {
        CHANNEL[0]++;
    }
}
