// A kernel of its own.
// expect: refused ring3.syslib.Traps
import ring3.syslib.Program;
import ring3.syslib.Syslib;
import ring3.syslib.Traps;

public final class OwnTraps implements Program {
    private abstract static class Own implements Traps {}

    @Override
    public void run(Syslib sys) {

    }
}
