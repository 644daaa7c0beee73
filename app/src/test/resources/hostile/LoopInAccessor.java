// A record accessor that never ends, called by a pattern.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInAccessor implements Program {
    private record Pair(int left, int right) {
        @Override
        public int right() {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        Object pair = new Pair(1, 2);
        if (pair instanceof Pair(int left, int right)) {
            sys.allocate(left + right);
        }
    }
}
