package ring3.components.servers.vfs;

import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// The virtual file system server.
public final class Vfs implements Program {
    @Override
    public void run(Syslib sys) {
        new Server(sys).serve();
    }
}
