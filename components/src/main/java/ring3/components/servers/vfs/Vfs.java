package ring3.components.servers.vfs;

import ring3.kernel.syslib.Program;
import ring3.kernel.syslib.Syslib;

/// The virtual file system server.
public final class Vfs implements Program {
    @Override
    public void run(Syslib sys) {
        new Server(sys).serve();
    }
}
