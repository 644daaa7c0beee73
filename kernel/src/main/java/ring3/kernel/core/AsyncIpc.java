package ring3.kernel.core;

import module ring3.events;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.MessageQueued;

/// Asynchronous messages: they wait in a table of their sender, who goes on (minix: kernel/proc.c,
/// mini_senda, try_async).
public final class AsyncIpc {
    private final Core core;

    AsyncIpc(Core core) {
        this.core = core;
    }

    /// SENDA: what can be delivered is; the rest waits in `table`, which replaces the former one.
    Errno senda(Proc caller, AsyncMessage[] table) {
        Errno error = Errno.OK;
        Rule rule = Rule.BAD_ARGUMENT;
        if (table.length > 16 * core.procs.all().length) {
            error = Errno.EDOM;
            rule = Rule.NO_ROOM;
        } else if (!caller.priv.isSystem() && !caller.kernelMode) {
            error = Errno.EPERM;
            rule = Rule.SYSTEM_PROCESS;
        } else if (!caller.priv.allows(Trap.SENDA) && !caller.kernelMode) {
            error = Errno.ETRAPDENIED;
            rule = Rule.TRAP_MASK;
        } else if (Arrays.stream(table).anyMatch(AsyncIpc::isMalformed)) {
            error = Errno.EINVAL;
        }
        if (error != Errno.OK) {
            return core.trace.refuse(caller, Trap.SENDA, Endpoint.NONE, error, rule);
        }
        forget(caller.priv);
        caller.priv.asyncTable = table;
        for (AsyncMessage entry : table) {
            if (isWaiting(entry)) {
                start(caller, entry);
            }
        }
        return Errno.OK;
    }

    /// Sets the bits of the receivers anew: the former table does not count any more.
    private void forget(Priv sender) {
        for (Priv priv : core.procs.privs()) {
            priv.asyncPending &= ~sender.bit();
        }
    }

    /// An entry that is not empty holds a message, and no flag is unknown.
    private static boolean isMalformed(AsyncMessage entry) {
        boolean valid = (entry.flags & AsyncMessage.VALID) != 0;
        return entry.flags != AsyncMessage.EMPTY
                && (!valid || (entry.flags & ~AsyncMessage.ALL) != 0);
    }

    private static boolean isWaiting(AsyncMessage entry) {
        return (entry.flags & (AsyncMessage.VALID | AsyncMessage.DONE)) == AsyncMessage.VALID;
    }

    private void start(Proc caller, AsyncMessage entry) {
        if (entry.destination.equals(Endpoint.SELF)) {
            entry.destination = caller.endpoint;
        }
        Proc receiver = core.procs.find(entry.destination);
        if (receiver == null || receiver.has(Rts.NO_ENDPOINT)) {
            refuse(caller, entry, Errno.EDEADSRCDST, Rule.DEAD_ENDPOINT);
        } else if (receiver.isTask() || !maySend(caller, receiver)) {
            refuse(caller, entry, Errno.ECALLDENIED, Rule.SEND_MASK);
        } else if (receiver.willReceive(caller, entry.message) && mayEnd(receiver, entry)) {
            hand(caller, receiver, entry);
        } else {
            keep(caller, receiver, entry);
        }
    }

    /// A service may always send to itself in this way.
    private static boolean maySend(Proc caller, Proc receiver) {
        return caller == receiver || caller.priv.maySendTo(receiver.priv) || caller.kernelMode;
    }

    /// One who waits for a reply takes nothing that says it is none.
    private static boolean mayEnd(Proc receiver, AsyncMessage entry) {
        return !receiver.replyPending || (entry.flags & AsyncMessage.NOREPLY) == 0;
    }

    private void keep(Proc caller, Proc receiver, AsyncMessage entry) {
        receiver.priv.asyncPending |= caller.priv.bit();
        if ((entry.flags & AsyncMessage.QUEUED) == 0) {
            entry.flags |= AsyncMessage.QUEUED;
            core.trace.tell((n, t) ->
                    new MessageQueued(
                            n, t, caller.endpoint, receiver.endpoint, Trap.SENDA, entry.message));
        }
    }

    private void refuse(Proc caller, AsyncMessage entry, Errno error, Rule rule) {
        core.trace.refuse(caller, Trap.SENDA, entry.destination, error, rule);
        finish(caller, entry, error);
    }

    private void hand(Proc sender, Proc receiver, AsyncMessage entry) {
        core.ipc.deliver(sender, receiver, entry.message, Trap.SENDA, false);
        finish(sender, entry, Errno.OK);
    }

    private void finish(Proc sender, AsyncMessage entry, Errno result) {
        entry.result = result.status();
        entry.flags |= AsyncMessage.DONE;
        boolean failed = result != Errno.OK;
        boolean tell = (entry.flags & AsyncMessage.NOTIFY) != 0;
        boolean tellErrors = (entry.flags & AsyncMessage.NOTIFY_ERR) != 0;
        if (tell || failed && tellErrors) {
            core.ipc.notifyFrom(Endpoint.ASYNCM, sender);
        }
    }

    /// Delivers the first message that waits for `receiver`, from `partner` or, for null, from
    /// anybody, privilege ids in order.
    boolean take(Proc receiver, @Nullable Proc partner) {
        long pending = receiver.priv.asyncPending;
        if (partner != null) {
            pending &= partner.priv.bit();
        }
        for (; pending != 0; pending &= pending - 1) {
            Proc sender = core.procs.privs()[Long.numberOfTrailingZeros(pending)].owner;
            if (sender != null && takeFrom(sender, receiver)) {
                return true;
            }
        }
        return false;
    }

    private boolean takeFrom(Proc sender, Proc receiver) {
        AsyncMessage ready = null;
        boolean more = false;
        for (AsyncMessage entry : sender.priv.asyncTable) {
            if (isWaiting(entry)) {
                boolean ours = entry.destination.equals(receiver.endpoint);
                if (ours
                        && ready == null
                        && mayEnd(receiver, entry)
                        && receiver.priv.filters.admit(sender, entry.message)) {
                    ready = entry;
                } else {
                    more |= ours || sharesPriv(entry.destination, receiver);
                }
            }
        }
        if (!more) {
            receiver.priv.asyncPending &= ~sender.priv.bit();
        }
        if (ready == null) {
            return false;
        }
        hand(sender, receiver, ready);
        return true;
    }

    /// User processes share a privilege structure, and so one bit for all messages to them.
    private boolean sharesPriv(Endpoint other, Proc receiver) {
        Proc proc = core.procs.find(other);
        return proc != null && proc.priv == receiver.priv;
    }

    /// What waits for `gone` fails, and what it sent itself, notifications too, is forgotten.
    void clearReferences(Proc gone) {
        for (Priv priv : core.procs.privs()) {
            priv.notifyPending &= ~gone.priv.bit();
            priv.asyncPending &= ~gone.priv.bit();
            Proc sender = priv.owner;
            if (sender == null || (gone.priv.asyncPending & priv.bit()) == 0) {
                continue;
            }
            for (AsyncMessage entry : priv.asyncTable) {
                if (isWaiting(entry) && entry.destination.equals(gone.endpoint)) {
                    refuse(sender, entry, Errno.EDEADSRCDST, Rule.PEER_DIED);
                }
            }
        }
    }
}
