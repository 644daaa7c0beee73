// A toString that never ends, called by a concatenation.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInToString implements Program {
    private static final class Endless {
        @Override
        public String toString() {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        String text = "this is " + new Endless();
        sys.panic(text);
    }
}
