// A text of its own that is short when asked and long when copied.
// expect: refused java.lang.CharSequence
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LyingLength implements Program {
    private static final class Lying implements CharSequence {
        private int asked;

        @Override
        public int length() {
            return asked++ == 0 ? 1 : 1 << 29;
        }

        @Override
        public char charAt(int index) {
            return 'x';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }
    }

    @Override
    public void run(Syslib sys) {
        StringBuilder text = new StringBuilder();
        text.append(new Lying());
        sys.allocate(text.length());
    }
}
