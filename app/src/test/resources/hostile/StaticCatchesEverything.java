// A static initializer that catches whatever should end it.
// expect: refused its static initializer fails: it does not end
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticCatchesEverything implements Program {
    static {
        spin();
    }

    private static void spin() {
        while (true) {
            try {
                while (true) {}
            } catch (Throwable caught) {
                continue;
            } finally {
                while (true) {}
            }
        }
    }

    @Override
    public void run(Syslib sys) {

    }
}
