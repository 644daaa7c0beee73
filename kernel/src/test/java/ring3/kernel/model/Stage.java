package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ring3.kernel.core.Proc;
import ring3.kernel.testing.Ping;
import ring3.syslib.Endpoint;
import ring3.syslib.Rts;

/// Where a story is played twice, step by step: by the model and by the kernel.
final class Stage {
    private static final int UNUSED_SLOT = 250;

    private final List<Role> cast;
    private final IpcModel model = new IpcModel();
    private final KernelWorld kernel;
    private final ModelProcess[] processes;
    private final Endpoint[] former;
    private final List<Table> tables = new ArrayList<>();
    private int messages;

    Stage(List<Role> cast) {
        this.cast = cast;
        int count = cast.size();
        kernel = new KernelWorld(count);
        processes = new ModelProcess[count];
        former = new Endpoint[count];
        for (int i = 0; i < count; i++) {
            tables.add(new Table());
            bear(i);
            former[i] = processes[i].endpoint;
        }
    }

    private void bear(int index) {
        Role role = cast.get(index);
        Endpoint endpoint = kernel.bear(index, role);
        processes[index] = model.bear(endpoint, role);
        tables.set(index, new Table());
    }

    // ---- What is possible

    int size() {
        return processes.length;
    }

    Role role(int index) {
        return cast.get(index);
    }

    boolean isAlive(int index) {
        return model.find(processes[index].endpoint) == processes[index];
    }

    boolean isReady(int index) {
        return isAlive(index) && processes[index].isReady();
    }

    /// Whether the step makes sense now. A story that was shortened has steps that do not.
    boolean isPossible(Step step) {
        return switch (step) {
            case Step.Act act -> isReady(act.actor());
            case Step.Senda senda -> isReady(senda.actor());
            case Step.Die(int index) -> isAlive(index);
            case Step.ClearRefs(int index) -> isAlive(index);
            case Step.Return(int index) -> !isAlive(index);
        };
    }

    // ---- Steps

    /// Plays one step. Returns how the kernel and the model differ behind it, or null.
    @Nullable String play(Step step) {
        switch (step) {
            case Step.Act(int actor, var trap, Partner partner) -> {
                Endpoint endpoint = endpoint(partner);
                Ping message = new Ping(messages++);
                model.trap(processes[actor], trap, endpoint, message);
                kernel.trap(actor, trap, endpoint, message);
            }
            case Step.Senda senda -> senda(senda);
            case Step.Die(int index) -> {
                model.die(processes[index]);
                kernel.die(index);
            }
            case Step.ClearRefs(int index) -> {
                model.clearReferences(processes[index]);
                kernel.clearReferences(index);
            }
            case Step.Return(int index) -> {
                former[index] = processes[index].endpoint;
                bear(index);
            }
        }
        return difference();
    }

    private Endpoint endpoint(Partner partner) {
        return switch (partner.kind()) {
            case NOW -> processes[partner.index()].endpoint;
            case BEFORE -> former[partner.index()];
            case TASK -> Endpoint.of(partner.index(), 0);
            case NOBODY -> Endpoint.of(UNUSED_SLOT, 0);
            case ANY -> Endpoint.ANY;
            case NONE -> Endpoint.NONE;
            case SELF -> Endpoint.SELF;
        };
    }

    private void senda(Step.Senda step) {
        int actor = step.actor();
        Table table = step.keep() ? tables.get(actor).rest() : new Table();
        for (Step.Entry entry : step.entries()) {
            table.add(endpoint(entry.partner()), new Ping(messages++), entry.flags());
        }
        tables.set(actor, table);
        model.senda(processes[actor], table.expected());
        kernel.senda(actor, table.actual());
    }

    // ---- Comparison

    private @Nullable String difference() {
        for (int i = 0; i < processes.length; i++) {
            String found = isAlive(i) ? difference(i, processes[i], kernel.proc(i)) : null;
            if (found != null) {
                return "p" + i + ": " + found;
            }
        }
        return kernel.panic();
    }

    private @Nullable String difference(int index, ModelProcess expected, Proc actual) {
        if (!Objects.equals(expected.outcome, kernel.outcome(index))) {
            return expected.outcome + " by the model, " + kernel.outcome(index);
        }
        if (flags(expected) != actual.rts) {
            return Table.differ("flags", flags(expected), actual.rts);
        }
        if (!expected.waitsFor().equals(actual.blockedOn())) {
            return "waits for " + expected.waitsFor() + " by the model, " + actual.blockedOn();
        }
        int notified = expected.privilege.notified.size();
        if (notified != Long.bitCount(actual.priv.notifyPending)) {
            return Table.differ(
                    "notifications", notified, Long.bitCount(actual.priv.notifyPending));
        }
        if (expected.senders.size() != actual.callerCount()) {
            return Table.differ("senders", expected.senders.size(), actual.callerCount());
        }
        return tables.get(index).difference();
    }

    private static int flags(ModelProcess process) {
        return (process.isReady() ? Rts.PROC_STOP : 0)
                | (process.isSending() ? Rts.SENDING : 0)
                | (process.isReceiving() ? Rts.RECEIVING : 0);
    }
}
