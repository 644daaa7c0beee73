package ring3.components.servers.pm;

import ring3.components.protocol.PmVfs;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// The way to VFS. PM never waits there: VFS waits for file servers, those for drivers, and a
/// driver that hangs is replaced with the help of PM.
final class VfsLink {
    private final Syslib sys;

    VfsLink(Syslib sys) {
        this.sys = sys;
    }

    /// Sends what concerns nobody in particular.
    void tell(PmVfs message) {
        int status = sys.asynsend(Endpoint.VFS, message, AsyncMessage.NOREPLY);
        if (status < 0) {
            sys.panic("too many messages wait for VFS");
        }
    }

    /// Sends what concerns `proc`, to which nothing else happens until VFS has answered.
    void tell(Proc proc, PmVfs message) {
        proc.atVfs = true;
        tell(message);
    }
}
