package ring3.kernel.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.hardware.CostModel;
import ring3.kernel.BareKernel;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.RawTraps;
import ring3.kernel.testing.Puppet;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// The real kernel as a story plays in it. No virtual time passes, so that no clock interrupt comes
/// between two operations.
final class KernelWorld {
    private static final int MEMORY = 1 << 20;
    private static final CostModel NOTHING_COSTS = new CostModel(1, 0, 0, 0, 0, 0, 0, 0);

    private final BareKernel kernel = new BareKernel(MEMORY, NOTHING_COSTS, _ -> false);
    private final Core core = kernel.core();
    private final Proc[] procs;
    private final Puppet[] puppets;
    private final @Nullable Received[] outcomes;

    KernelWorld(int processes) {
        procs = new Proc[processes];
        puppets = new Puppet[processes];
        outcomes = new Received[processes];
    }

    /// A new process; returns its endpoint.
    Endpoint bear(int index, Role role) {
        puppets[index] = new Puppet(core);
        procs[index] = kernel.start(role.slot(), "p" + index, role.privilege(), 0, puppets[index]);
        outcomes[index] = Received.failed(Errno.OK);
        run();
        return procs[index].endpoint;
    }

    void die(int index) {
        core.processes.clear(procs[index]);
        run();
    }

    void clearReferences(int index) {
        core.ipc.clearReferences(procs[index]);
        run();
    }

    void trap(int index, Trap trap, Endpoint partner, Message message) {
        act(
                index,
                sys ->
                        switch (trap) {
                            case SEND -> status(sys.send(partner, message));
                            case SENDNB -> status(sys.sendnb(partner, message));
                            case NOTIFY -> status(sys.notify(partner));
                            case RECEIVE -> received(sys.receive(partner));
                            case SENDREC -> reply(partner, sys.sendrec(partner, message));
                            case SENDA -> throw new AssertionError("needs a table");
                        });
    }

    void senda(int index, AsyncMessage[] table) {
        act(index, _ -> status(RawTraps.senda(core, procs[index], table).status()));
    }

    private static Received received(Received received) {
        return IpcModel.received(received.source(), received.message());
    }

    private static Received reply(Endpoint partner, Message message) {
        Endpoint source = message instanceof Result ? Endpoint.NONE : partner;
        return IpcModel.received(source, message);
    }

    private static Received status(int status) {
        return IpcModel.received(Endpoint.NONE, new Result(status));
    }

    private void act(int index, Function<Syslib, Received> trap) {
        outcomes[index] = null;
        puppets[index].tell(sys -> outcomes[index] = trap.apply(sys));
        run();
    }

    /// Lets all run until they wait.
    private void run() {
        core.processor.run(core.trace.nanos() + 1);
    }

    // ---- What can be seen

    Proc proc(int index) {
        return procs[index];
    }

    /// What the last trap brought; null while it lasts.
    @Nullable Received outcome(int index) {
        return outcomes[index];
    }

    @Nullable String panic() {
        return core.processor.panic;
    }
}
