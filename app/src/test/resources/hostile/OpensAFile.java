// A file of the host.
// expect: refused java.io.File
import java.io.FileInputStream;
import java.io.IOException;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class OpensAFile implements Program {
    @Override
    public void run(Syslib sys) {
        try (FileInputStream file = new FileInputStream("/etc/passwd")) {
            sys.allocate(file.read());
        } catch (IOException problem) {
            return;
        }
    }
}
