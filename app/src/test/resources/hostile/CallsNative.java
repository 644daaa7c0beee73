// Code that nobody counts.
// expect: refused native
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class CallsNative implements Program {
    private native void deep();

    @Override
    public void run(Syslib sys) {
        deep();
    }
}
