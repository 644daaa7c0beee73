package ring3.components.drivers.mute;

import ring3.components.protocol.Rs.RsInitDone;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A driver that waits for its device and for nothing else, and whose device never answers. It has
/// not crashed, and nobody complains of it; only its heartbeat is missing, and for that the
/// reincarnation server ends it and starts the next incarnation, which falls silent as well.
public final class Mute implements Program {
    @Override
    public void run(Syslib sys) {
        sys.receive(Endpoint.RS);
        sys.call(Endpoint.RS, new RsInitDone(Errno.OK.status()));
        for (; ; ) {
            sys.receive(Endpoint.HARDWARE);
        }
    }
}
