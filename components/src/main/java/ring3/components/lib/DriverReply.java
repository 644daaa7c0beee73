package ring3.components.lib;

import ring3.kernel.syslib.AsyncMessage;
import ring3.kernel.syslib.Endpoint;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.Message;
import ring3.kernel.syslib.Syslib;

/// How a driver answers. A client in SENDREC is ready for its answer and gets it now. One that sent
/// its request asynchronously may be busy; it finds the answer when it next receives. Either way
/// the driver goes on at once, whatever has become of the client (minix: libblockdriver,
/// send_reply).
final class DriverReply {
    private DriverReply() {}

    static void send(Syslib sys, Endpoint client, Message reply) {
        if (sys.reply(client, reply) == Errno.ENOTREADY.status()) {
            sys.asynsend(client, reply, AsyncMessage.NOREPLY);
        }
    }
}
