package ring3.components.servers.ds;

import ring3.components.lib.Sef;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The data store. Services find each other here by label, and hear here of drivers that come back
/// under the same label with another endpoint.
public final class DataStoreServer implements Program {
    @Override
    public void run(Syslib sys) {
        Requests requests = new Requests(sys);
        Sef sef = new Sef(sys, (_, _) -> 0);
        for (; ; ) {
            Received in = sef.receive();
            if (!(in.message() instanceof Notify)) {
                sys.reply(in.source(), requests.answer(in.source(), in.message()));
            }
        }
    }
}
