// A channel between processes: a comparator that counts.
// expect: refused holds something that can change
import java.util.Comparator;
import java.util.function.Function;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ComparatorWithState implements Program {
    private static final Counting COUNT = null;

    private static final Comparator<Integer> ORDER = Comparator.comparing(new Counting()).reversed();

    private static final class Counting implements Function<Integer, Integer> {
        private int count;

        @Override
        public Integer apply(Integer number) {
            return count++;
        }
    }

    @Override
    public void run(Syslib sys) {
        sys.allocate(ORDER.compare(1, 2));
    }
}
