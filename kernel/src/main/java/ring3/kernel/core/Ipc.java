package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.*;

/// Message passing by rendezvous (minix: kernel/proc.c). A message is copied from sender to
/// receiver when both are there; until then it stays with the sender, so that nobody can exhaust
/// the kernel by sending.
public final class Ipc {
    /// What a filter sees of a notification before it is built.
    private static final Notify ANY_NOTIFY = new Notify(0, 0, 0);

    /// Traps that a kernel task may be named in.
    private static final int FOR_TASKS = Trap.SENDREC.bit() | Trap.RECEIVE.bit();

    private final Core core;

    Ipc(Core core) {
        this.core = core;
    }

    // ---- The traps

    /// SEND or SENDNB.
    Errno send(Proc caller, Endpoint destination, Message message, Trap trap) {
        Proc receiver = core.procs.find(destination);
        Errno refused = check(caller, trap, destination, receiver);
        return refused != Errno.OK || receiver == null
                ? refused
                : send(caller, receiver, message, trap, false);
    }

    /// SENDREC: the send, and then the receive from the same partner, which no notification ends.
    Errno sendrec(Proc caller, Endpoint partner, Message message) {
        Proc receiver = core.procs.find(partner);
        Errno refused = check(caller, Trap.SENDREC, partner, receiver);
        if (refused != Errno.OK || receiver == null) {
            return refused;
        }
        caller.replyPending = true;
        Errno sent = send(caller, receiver, message, Trap.SENDREC, false);
        if (sent != Errno.OK) {
            caller.replyPending = false;
            return sent;
        }
        return receiveFrom(caller, partner, receiver, Trap.SENDREC);
    }

    /// RECEIVE.
    Errno receive(Proc caller, Endpoint source) {
        Proc sender = core.procs.find(source);
        Errno refused = check(caller, Trap.RECEIVE, source, sender);
        return refused != Errno.OK ? refused : receiveFrom(caller, source, sender, Trap.RECEIVE);
    }

    /// NOTIFY by a process.
    Errno notify(Proc caller, Endpoint destination) {
        Proc receiver = core.procs.find(destination);
        Errno refused = check(caller, Trap.NOTIFY, destination, receiver);
        if (refused == Errno.OK && receiver != null) {
            notifyFrom(caller, receiver);
        }
        return refused;
    }

    /// The checks of every trap that names a partner, in the order of the original (minix:
    /// kernel/proc.c, do_sync_ipc). Only a receive from ANY has no partner and passes.
    private Errno check(Proc caller, Trap trap, Endpoint partner, @Nullable Proc other) {
        Errno error = Errno.OK;
        Rule rule = Rule.BAD_ARGUMENT;
        boolean any = partner.equals(Endpoint.ANY);
        if (any && trap != Trap.RECEIVE) {
            error = Errno.EINVAL;
            rule = Rule.ANY_ONLY_RECEIVES;
        } else if (!any && other == null) {
            error = Errno.EDEADSRCDST;
            rule = Rule.DEAD_ENDPOINT;
        } else if (caller.kernelMode) {
            return Errno.OK;
        } else if (other != null && trap != Trap.RECEIVE && !caller.priv.maySendTo(other.priv)) {
            error = Errno.ECALLDENIED;
            rule = Rule.SEND_MASK;
        } else if (!caller.priv.allows(trap)) {
            error = Errno.ETRAPDENIED;
            rule = Rule.TRAP_MASK;
        } else if (other != null && other.isTask() && (trap.bit() & FOR_TASKS) == 0) {
            error = Errno.ETRAPDENIED;
            rule = Rule.KERNEL_TASK;
        }
        return error == Errno.OK ? error : core.trace.refuse(caller, trap, partner, error, rule);
    }

    // ---- Sending

    /// Sends in the name of `caller`, who need not have asked for it: the kernel does so too.
    Errno send(Proc caller, Proc receiver, Message message, Trap trap, boolean fromKernel) {
        if (receiver.has(Rts.NO_ENDPOINT)) {
            return core.trace.refuse(
                    caller, trap, receiver.endpoint, Errno.EDEADSRCDST, Rule.DEAD_ENDPOINT);
        }
        if (receiver.willReceive(caller, message)) {
            deliver(caller, receiver, message, trap, fromKernel);
            return Errno.OK;
        }
        if (trap == Trap.SENDNB) {
            return core.trace.refuse(
                    caller, trap, receiver.endpoint, Errno.ENOTREADY, Rule.NOT_READY);
        }
        if (closesRing(caller, receiver, true)) {
            return core.trace.refuse(caller, trap, receiver.endpoint, Errno.ELOCKED, Rule.DEADLOCK);
        }
        caller.sendMessage = message;
        caller.sendTrap = trap;
        caller.sendFromKernel = fromKernel;
        caller.sendTo = receiver.endpoint;
        core.scheduler.block(caller, Rts.SENDING);
        receiver.callers.append(caller);
        core.trace.tell((n, t) ->
                new MessageQueued(n, t, caller.endpoint, receiver.endpoint, trap, message));
        return Errno.OK;
    }

    /// Gives a message to a process that may or may not be waiting for it any more.
    void deliver(Proc source, Proc receiver, Message message, Trap trap, boolean fromKernel) {
        receiver.delivered = new Received(source.endpoint, message, trap, fromKernel);
        receiver.replyPending = false;
        core.scheduler.unblock(receiver, Rts.RECEIVING);
        core.trace.tell((n, t) ->
                new MessageDelivered(n, t, source.endpoint, receiver.endpoint, trap, message));
    }

    // ---- Receiving

    /// What is looked at first: notifications, then asynchronous messages, then blocked senders,
    /// oldest first. A SENDREC whose request was not taken yet looks at nothing.
    private Errno receiveFrom(Proc caller, Endpoint source, @Nullable Proc partner, Trap trap) {
        if (!caller.has(Rts.SENDING)) {
            if (partner != null && partner.has(Rts.NO_ENDPOINT)) {
                return core.trace.refuse(
                        caller, trap, source, Errno.EDEADSRCDST, Rule.DEAD_ENDPOINT);
            }
            if (take(caller, partner, source)) {
                return Errno.OK;
            }
            if (closesRing(caller, partner, false)) {
                return core.trace.refuse(caller, trap, source, Errno.ELOCKED, Rule.DEADLOCK);
            }
        }
        caller.receiveFrom = source;
        core.scheduler.block(caller, Rts.RECEIVING);
        core.trace.tell((n, t) -> new ReceiverBlocked(n, t, caller.endpoint, source));
        return Errno.OK;
    }

    private boolean take(Proc caller, @Nullable Proc partner, Endpoint source) {
        return takeNotification(caller, partner)
                || core.async.take(caller, partner)
                || takeSender(caller, source);
    }

    /// A process that has changed places looks at what waits there for what it waits for. Returns
    /// whether there was something.
    boolean receiveAgain(Proc proc) {
        return (proc.rts & (Rts.RECEIVING | Rts.SENDING)) == Rts.RECEIVING
                && take(proc, core.procs.find(proc.receiveFrom), proc.receiveFrom);
    }

    private boolean takeNotification(Proc caller, @Nullable Proc partner) {
        long pending = caller.priv.notifyPending;
        if (pending == 0 || caller.replyPending) {
            return false;
        }
        for (long wanted = partner == null ? pending : pending & partner.priv.bit();
                wanted != 0;
                wanted &= wanted - 1) {
            Priv source = core.procs.privs()[Long.numberOfTrailingZeros(wanted)];
            Proc sender = source.owner;
            if (sender == null) {
                caller.priv.notifyPending &= ~source.bit();
            } else if (caller.priv.filters.admit(sender, ANY_NOTIFY)) {
                caller.priv.notifyPending &= ~source.bit();
                deliver(sender, caller, notification(sender, caller), Trap.NOTIFY, false);
                return true;
            }
        }
        return false;
    }

    private boolean takeSender(Proc caller, Endpoint source) {
        boolean any = source.equals(Endpoint.ANY);
        for (Proc sender = caller.callers.first; sender != null; sender = sender.next) {
            if ((any || sender.endpoint.equals(source))
                    && caller.priv.filters.admit(sender, sender.sendMessage)) {
                caller.callers.remove(sender);
                sent(sender);
                deliver(sender, caller, sender.sendMessage, sender.sendTrap, sender.sendFromKernel);
                return true;
            }
        }
        return false;
    }

    /// The message of `sender` was taken. One that was to be stopped then is signalled first.
    private void sent(Proc sender) {
        core.scheduler.unblock(sender, Rts.SENDING);
        if (sender.tellWhenSent) {
            sender.tellWhenSent = false;
            core.signals.raise(sender, Signals.SIGSNDELAY);
        }
    }

    // ---- Notifications

    /// Notifies in the name of a process or kernel task. Never waits and never fails: if the
    /// receiver does not wait for it, one bit is set.
    void notifyFrom(Proc source, Proc receiver) {
        if (receiver.willReceive(source, ANY_NOTIFY) && !receiver.replyPending) {
            deliver(source, receiver, notification(source, receiver), Trap.NOTIFY, false);
            return;
        }
        receiver.priv.notifyPending |= source.priv.bit();
        core.trace.tell(
                (n, t) -> new NotificationPending(n, t, source.endpoint, receiver.endpoint));
    }

    /// Notifies in the name of a kernel task.
    void notifyFrom(Endpoint task, Proc receiver) {
        notifyFrom(core.procs.slot(task.slot()), receiver);
    }

    /// The notification as it is at the moment of delivery; what it tells is told once.
    private Notify notification(Proc source, Proc receiver) {
        Priv priv = receiver.priv;
        int interrupts = 0;
        long signals = 0;
        if (source.endpoint.equals(Endpoint.HARDWARE)) {
            interrupts = priv.interruptsPending;
            priv.interruptsPending = 0;
        } else if (source.endpoint.equals(Endpoint.SYSTEM)) {
            signals = priv.signalsPending;
            priv.signalsPending = 0;
        }
        return new Notify(core.clock.ticks(), interrupts, signals);
    }

    // ---- Deadlock

    /// Whether `caller`, if it now waited for `partner`, would close a ring of processes that wait
    /// for each other. Two processes of which exactly one sends are about to meet, and no ring
    /// (minix: kernel/proc.c, deadlock).
    private boolean closesRing(Proc caller, @Nullable Proc partner, boolean sending) {
        int length = 1;
        Proc last = caller;
        Proc next = partner;
        while (next != null && next != caller) {
            length++;
            last = next;
            next = next.has(Rts.SENDING | Rts.RECEIVING) ? core.procs.find(next.blockedOn()) : null;
        }
        return next != null && (length != 2 || sending == last.has(Rts.SENDING));
    }

    // ---- The end of a partner

    /// Takes the message back that `gone` waits to be rid of.
    void leaveQueue(Proc gone) {
        Proc receiver = gone.has(Rts.SENDING) ? core.procs.find(gone.sendTo) : null;
        if (receiver != null) {
            receiver.callers.remove(gone);
            core.scheduler.unblock(gone, Rts.SENDING);
        }
    }

    /// Wakes everybody who waits for `gone`, with EDEADSRCDST, and forgets what it had sent without
    /// waiting.
    public void clearReferences(Proc gone) {
        core.async.clearReferences(gone);
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree() && proc.blockedOn().equals(gone.endpoint)) {
                release(proc, gone);
            }
        }
    }

    /// Ends the wait of `proc`. What its own last trap brought it stays when it was the kernel that
    /// sent in its name.
    private void release(Proc proc, Proc gone) {
        boolean sending = proc.has(Rts.SENDING);
        Trap trap = sending ? proc.sendTrap : Trap.RECEIVE;
        if (sending) {
            gone.callers.remove(proc);
        }
        core.scheduler.unblock(proc, Rts.SENDING | Rts.RECEIVING);
        Endpoint partner = gone.endpoint;
        Errno error = core.trace.refuse(proc, trap, partner, Errno.EDEADSRCDST, Rule.PEER_DIED);
        if (!sending || !proc.sendFromKernel) {
            proc.replyPending = false;
            proc.delivered = null;
            proc.result = error;
        }
    }
}
