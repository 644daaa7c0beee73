package ring3.components.servers.mfs;

import ring3.components.lib.DataStore;
import ring3.components.lib.Sef;
import ring3.components.protocol.Fs;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// The MINIX file server. One process serves one file system; what it serves is told by
/// REQ_READSUPER.
public final class Mfs implements Program {
    @Override
    public void run(Syslib sys) {
        DataStore dataStore = new DataStore(sys);
        FileServer server = new FileServer(sys, dataStore::retrieveLabel);
        Sef sef = new Sef(sys, (_, _) -> Errno.OK.status());
        for (; ; ) {
            Received in = sef.receive();
            switch (in.message()) {
                case Notify _ -> {}
                case Fs request when in.source().equals(Endpoint.VFS) ->
                        reply(sys, in.source(), server.answer(in.source(), request));
                case Fs _ -> reply(sys, in.source(), Result.of(Errno.EPERM));
                default -> reply(sys, in.source(), Result.of(Errno.ENOSYS));
            }
        }
    }

    /// VFS asks without waiting for the answer, so it may be busy when the answer comes: then the
    /// kernel keeps the answer for it.
    private static void reply(Syslib sys, Endpoint client, Message answer) {
        if (sys.reply(client, answer) == Errno.ENOTREADY.status()) {
            sys.asynsend(client, answer, AsyncMessage.EMPTY);
        }
    }
}
