// An endless loop of calls into the Java library.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class MathLoop implements Program {
    @Override
    public void run(Syslib sys) {
        long sum = 1;
        while (true) {
            sum = Math.floorMod(sum * 31, 65_537) + Long.numberOfTrailingZeros(sum);
        }
    }
}
