// An iterator that always has another element.
// expect: runs on
import java.util.Iterator;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInIterator implements Program {
    @Override
    public void run(Syslib sys) {
        Iterable<Integer> endless = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                return 1;
            }
        };
        for (int number : endless) {
            number++;
        }
    }
}
