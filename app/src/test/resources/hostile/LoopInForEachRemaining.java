// An endless iterator that the Java library goes through.
// expect: runs on
import java.util.Iterator;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInForEachRemaining implements Program {
    private static final class Endless implements Iterator<Integer> {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            return 1;
        }
    }

    @Override
    public void run(Syslib sys) {
        new Endless().forEachRemaining(_ -> {});
    }
}
