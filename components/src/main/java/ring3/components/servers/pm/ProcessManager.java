package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.Sef;
import ring3.components.protocol.PmVfs;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// The process manager. Its main loop never waits for VFS: what VFS has to do first is asked for
/// there, and the caller is answered when VFS's answer comes in as a message like any other.
public final class ProcessManager implements Program {
    @Override
    public void run(Syslib sys) {
        ProcTable table = new ProcTable();
        Calls calls = new Calls(sys, table);
        Sef sef = new Sef(sys, (_, _) -> new BootList(sys, table).load());
        for (; ; ) {
            Received in = sef.receive();
            switch (in.message()) {
                case Notify notify -> heed(in.source(), notify, calls);
                case PmVfs answer when in.source().equals(Endpoint.VFS) -> calls.heed(answer);
                default -> serve(sys, calls, table.find(in.source()), in.message());
            }
        }
    }

    private static void heed(Endpoint source, Notify notify, Calls calls) {
        if (source.equals(Endpoint.SYSTEM) && notify.hasSignal(Signals.SIGKSIG)) {
            calls.heedSignals();
        }
    }

    private static void serve(Syslib sys, Calls calls, @Nullable Proc caller, Message message) {
        Message reply = caller == null ? null : calls.answer(caller, message);
        if (caller != null && reply != null) {
            sys.reply(caller.endpoint, reply);
        }
    }
}
