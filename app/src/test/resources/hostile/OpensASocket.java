// The network of the host.
// expect: refused java.net.Socket
import java.io.IOException;
import java.net.Socket;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class OpensASocket implements Program {
    @Override
    public void run(Syslib sys) {
        try (Socket socket = new Socket("localhost", 22)) {
            sys.allocate(socket.getPort());
        } catch (IOException problem) {
            return;
        }
    }
}
