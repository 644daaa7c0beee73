// An object that comes back when it is collected.
// expect: refused a program may not have a method of that name
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class Finalizes implements Program {
    @Override
    protected void finalize() {}

    @Override
    public void run(Syslib sys) {

    }
}
