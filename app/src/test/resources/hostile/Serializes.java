// Objects that are made from bytes.
// expect: refused java.io.Object
import java.io.IOException;
import java.io.ObjectInputStream;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class Serializes implements Program {
    @Override
    public void run(Syslib sys) {
        try {
            new ObjectInputStream(null).readObject();
        } catch (IOException | ClassNotFoundException problem) {
            return;
        }
    }
}
