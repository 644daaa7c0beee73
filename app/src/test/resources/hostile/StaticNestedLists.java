// A constant that takes for ever to look at.
// expect: refused its static initializer fails: it does not end
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class StaticNestedLists implements Program {
    private static final Object CONSTANT = nested();

    private static Object nested() {
        Object list = 1;
        for (int depth = 0; depth < 60; depth++) {
            list = List.of(list, list);
        }
        return list;
    }

    @Override
    public void run(Syslib sys) {
        while (true) {}
    }
}
