package ring3.kernel.model;

import java.util.List;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Trap;

/// Asynchronous messages in the model (minix: kernel/proc.c, mini_senda, try_one, cancel_async).
final class ModelSenda {
    private static final int ASYNCM_ID = 0;

    private final IpcModel ipc;
    private final ModelPrivileges privileges;

    ModelSenda(IpcModel ipc, ModelPrivileges privileges) {
        this.ipc = ipc;
        this.privileges = privileges;
    }

    Errno trap(ModelProcess caller, List<ModelEntry> table) {
        if (!caller.privilege.system) {
            return Errno.EPERM;
        }
        if (!caller.privilege.allows(Trap.SENDA)) {
            return Errno.ETRAPDENIED;
        }
        caller.privilege.table.forEach(entry -> entry.pending = false);
        caller.privilege.table = table;
        for (ModelEntry entry : table) {
            if (!entry.isDone()) {
                start(caller, entry);
            }
        }
        return Errno.OK;
    }

    private void start(ModelProcess caller, ModelEntry entry) {
        if (entry.destination.equals(Endpoint.SELF)) {
            entry.destination = caller.endpoint;
        }
        ModelProcess receiver = ipc.find(entry.destination);
        if (receiver == null) {
            finish(caller, entry, Errno.EDEADSRCDST);
        } else if (receiver.isTask() || !maySend(caller, receiver)) {
            finish(caller, entry, Errno.ECALLDENIED);
        } else if (receiver.takesFrom(caller.endpoint) && mayEnd(receiver, entry)) {
            receiver.end(IpcModel.received(caller.endpoint, entry.message));
            finish(caller, entry, Errno.OK);
        } else {
            entry.pending = true;
        }
    }

    private static boolean maySend(ModelProcess caller, ModelProcess receiver) {
        return receiver == caller || caller.privilege.maySendTo(receiver.privilege);
    }

    private static boolean mayEnd(ModelProcess receiver, ModelEntry entry) {
        return !(receiver.inSendrec && entry.has(AsyncMessage.NOREPLY));
    }

    private void finish(ModelProcess sender, ModelEntry entry, Errno result) {
        entry.pending = false;
        entry.flags |= AsyncMessage.DONE;
        entry.result = result.status();
        boolean failed = result != Errno.OK;
        if (entry.has(AsyncMessage.NOTIFY) || failed && entry.has(AsyncMessage.NOTIFY_ERR)) {
            ipc.notify(Endpoint.ASYNCM, ASYNCM_ID, sender);
        }
    }

    /// The first message for `receiver` that it may take now: senders by privilege id, the messages
    /// of each in the order of its table.
    boolean take(ModelProcess receiver, Endpoint source) {
        for (ModelPrivilege privilege : privileges.all()) {
            for (ModelEntry entry : privilege.table) {
                if (isPending(entry, receiver)
                        && IpcModel.matches(source, owner(privilege).endpoint)
                        && mayEnd(receiver, entry)) {
                    receiver.end(IpcModel.received(owner(privilege).endpoint, entry.message));
                    finish(owner(privilege), entry, Errno.OK);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPending(ModelEntry entry, ModelProcess receiver) {
        return entry.pending && entry.destination.equals(receiver.endpoint);
    }

    /// What waits for `gone` fails, and what it sent itself waits no more.
    void clearReferences(ModelProcess gone) {
        gone.privilege.table.forEach(entry -> entry.pending = false);
        for (ModelPrivilege privilege : privileges.all()) {
            for (ModelEntry entry : privilege.table) {
                if (isPending(entry, gone)) {
                    finish(owner(privilege), entry, Errno.EDEADSRCDST);
                }
            }
        }
    }

    /// Only services have tables, and each its own structure.
    private ModelProcess owner(ModelPrivilege privilege) {
        Endpoint owner = privilege.owner;
        ModelProcess process = owner == null ? null : ipc.find(owner);
        assert process != null : "a pending message has a living sender";
        return process;
    }
}
