// A builder that is fed with an object whose text is long.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class AppendsObjects implements Program {
    private record Large(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public void run(Syslib sys) {
        Object large = new Large("x".repeat(100_000));
        StringBuilder text = new StringBuilder();
        while (true) {
            text.append(large);
        }
    }
}
