package ring3.kernel.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Trap;

/// Message passing between processes with a single trap each, as MINIX defines it (minix:
/// kernel/proc.c): who waits for whom, and what each trap returns. Plain rather than fast.
final class IpcModel {
    private static final Notify NOTIFICATION = new Notify(0, 0, 0);

    private final ModelPrivileges privileges = new ModelPrivileges();
    private final Map<Endpoint, ModelProcess> living = new LinkedHashMap<>();
    private final ModelSenda senda = new ModelSenda(this, privileges);

    IpcModel() {
        for (int slot = -5; slot < 0; slot++) {
            Endpoint task = Endpoint.of(slot, 0);
            living.put(task, new ModelProcess(task, privileges.task(task)));
        }
    }

    /// The living process with that endpoint, or null.
    @Nullable ModelProcess find(Endpoint endpoint) {
        return living.get(endpoint);
    }

    ModelProcess bear(Endpoint endpoint, Role role) {
        ModelProcess process = new ModelProcess(endpoint, privileges.give(endpoint, role));
        living.put(endpoint, process);
        return process;
    }

    // ---- Traps

    void trap(ModelProcess caller, Trap trap, Endpoint partner, Message message) {
        Errno refused = check(caller, trap, partner);
        if (refused != Errno.OK) {
            caller.end(refused);
            return;
        }
        caller.outcome = null;
        caller.inSendrec = trap == Trap.SENDREC;
        ModelProcess other = find(partner);
        if (trap == Trap.RECEIVE || other == null) {
            receive(caller, partner);
        } else if (trap == Trap.NOTIFY) {
            caller.end(Errno.OK);
            notify(caller.endpoint, caller.privilege.id, other);
        } else {
            send(caller, other, message, trap);
        }
    }

    void senda(ModelProcess caller, List<ModelEntry> table) {
        caller.end(senda.trap(caller, table));
    }

    private Errno check(ModelProcess caller, Trap trap, Endpoint partner) {
        ModelProcess other = find(partner);
        if (partner.equals(Endpoint.ANY)) {
            if (trap != Trap.RECEIVE) {
                return Errno.EINVAL;
            }
        } else if (other == null) {
            return Errno.EDEADSRCDST;
        } else if (trap != Trap.RECEIVE && !caller.privilege.maySendTo(other.privilege)) {
            return Errno.ECALLDENIED;
        }
        if (!caller.privilege.allows(trap)) {
            return Errno.ETRAPDENIED;
        }
        boolean toTask = other != null && other.isTask();
        return toTask && trap != Trap.SENDREC && trap != Trap.RECEIVE
                ? Errno.ETRAPDENIED
                : Errno.OK;
    }

    private void send(ModelProcess caller, ModelProcess receiver, Message message, Trap trap) {
        if (receiver.takesFrom(caller.endpoint)) {
            receiver.end(received(caller.endpoint, message));
            if (trap == Trap.SENDREC) {
                receive(caller, receiver.endpoint);
            } else {
                caller.end(Errno.OK);
            }
        } else if (trap == Trap.SENDNB) {
            caller.end(Errno.ENOTREADY);
        } else if (closesRing(caller, receiver.endpoint, true)) {
            caller.end(Errno.ELOCKED);
        } else {
            caller.message = message;
            caller.sendsTo = receiver.endpoint;
            caller.receivesFrom = caller.inSendrec ? receiver.endpoint : Endpoint.NONE;
            receiver.senders.add(caller);
        }
    }

    /// Notifications first, lowest privilege id first, but none ends a SENDREC; then asynchronous
    /// messages, lowest privilege id first; then senders, oldest first.
    private void receive(ModelProcess caller, Endpoint source) {
        if (takeNotification(caller, source)
                || senda.take(caller, source)
                || takeSender(caller, source)) {
            return;
        }
        if (closesRing(caller, source, false)) {
            caller.end(Errno.ELOCKED);
        } else {
            caller.receivesFrom = source;
        }
    }

    private static boolean takeNotification(ModelProcess caller, Endpoint source) {
        for (Endpoint notifier : caller.privilege.notified.values()) {
            if (!caller.inSendrec && matches(source, notifier)) {
                caller.privilege.notified.values().remove(notifier);
                caller.end(received(notifier, NOTIFICATION));
                return true;
            }
        }
        return false;
    }

    private static boolean takeSender(ModelProcess caller, Endpoint source) {
        for (ModelProcess sender : caller.senders) {
            if (matches(source, sender.endpoint)) {
                caller.senders.remove(sender);
                sender.sendsTo = Endpoint.NONE;
                if (!sender.inSendrec) {
                    sender.end(Errno.OK);
                }
                caller.end(received(sender.endpoint, sender.message));
                return true;
            }
        }
        return false;
    }

    /// What a receive returns. By which trap it was sent is left out: other tests look at that.
    static Received received(Endpoint source, Message message) {
        return new Received(source, message, Trap.RECEIVE, false);
    }

    static boolean matches(Endpoint wanted, Endpoint source) {
        return wanted.equals(Endpoint.ANY) || wanted.equals(source);
    }

    void notify(Endpoint source, int id, ModelProcess receiver) {
        if (receiver.takesFrom(source) && !receiver.inSendrec) {
            receiver.end(received(source, NOTIFICATION));
        } else {
            receiver.privilege.notified.put(id, source);
        }
    }

    /// Whether the chain of those who wait for each other, from `caller` by `partner`, comes back
    /// to `caller`. Two of whom just one sends are about to meet.
    private boolean closesRing(ModelProcess caller, Endpoint partner, boolean sends) {
        List<ModelProcess> chain = new ArrayList<>(List.of(caller));
        ModelProcess next = find(partner);
        while (next != null && next != caller) {
            chain.add(next);
            next = find(next.waitsFor());
        }
        boolean meet = chain.size() == 2 && sends != chain.getLast().isSending();
        return next != null && !meet;
    }

    // ---- The end

    /// SYS_CLEAR.
    void die(ModelProcess gone) {
        ModelProcess receiver = find(gone.sendsTo);
        if (receiver != null) {
            receiver.senders.remove(gone);
        }
        clearReferences(gone);
        living.remove(gone.endpoint);
        privileges.takeBack(gone.privilege);
    }

    /// CLEAR_IPC_REFS: nobody waits for `gone` any more, and what it sent without waiting is lost.
    void clearReferences(ModelProcess gone) {
        senda.clearReferences(gone);
        for (ModelPrivilege privilege : privileges.all()) {
            privilege.notified.remove(gone.privilege.id);
        }
        for (ModelProcess process : living.values()) {
            if (process.waitsFor().equals(gone.endpoint)) {
                gone.senders.remove(process);
                process.end(Errno.EDEADSRCDST);
            }
        }
    }
}
