// An equals that never ends, called by a list.
// expect: runs on
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopInEquals implements Program {
    private static final class Endless {
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        new ArrayList<>(List.of(new Endless())).contains(new Endless());
    }
}
