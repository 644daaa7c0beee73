// A lambda that can be made into bytes.
// expect: refused java.lang.invoke.
import java.io.Serializable;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SerializableLambda implements Program {
    @Override
    public void run(Syslib sys) {
        Runnable lambda = (Runnable & Serializable) () -> {};
        lambda.run();
    }
}
