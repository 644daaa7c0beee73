package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// What is true of the kernel after every event. It is checked when assertions are on, as they are
/// in every test.
final class Invariants {
    private final Core core;

    Invariants(Core core) {
        this.core = core;
    }

    /// Holds, or throws an error that says what is wrong with whom.
    boolean hold() {
        if (core.processor.isStopped()) {
            return true;
        }
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree()) {
                checkQueue(proc);
                checkWait(proc);
                checkPrivileges(proc);
            }
        }
        core.scheduler.check(this);
        for (Priv priv : core.procs.privs()) {
            checkPending(priv);
        }
        return true;
    }

    void check(boolean condition, Proc proc, String rule) {
        if (!condition) {
            throw new AssertionError(proc.name + " (" + proc.endpoint + ") " + rule);
        }
    }

    /// A process runs, or is in the one queue that its flags say, or in none.
    private void checkQueue(Proc proc) {
        boolean current = proc == core.scheduler.current;
        ProcQueue expected = null;
        if (proc.isRunnable()) {
            expected = current ? null : core.scheduler.queue(proc.priority);
        } else if (proc.has(Rts.SENDING)) {
            Proc receiver = core.procs.find(proc.sendTo);
            check(receiver != null, proc, "sends to nobody");
            expected = receiver == null ? null : receiver.callers;
        }
        check(proc.queue == expected, proc, "is not in the queue that its flags say");
        check(core.procs.slot(proc.slot) == proc, proc, "is not in its own slot");
    }

    /// Who waits for a message waits for another, and none that it would take is there.
    private void checkWait(Proc proc) {
        check(!proc.blockedOn().equals(proc.endpoint), proc, "waits for itself");
        check(
                proc.delivered == null || !proc.has(Rts.RECEIVING),
                proc,
                "waits and has its message");
        for (Proc p = proc.callers.first; p != null; p = p.next) {
            check(p.sendTo.equals(proc.endpoint), p, "is in the queue of another");
            check(!proc.willReceive(p, p.sendMessage), p, "sends to one who would take it");
        }
        if (proc.has(Rts.RECEIVING) && !proc.has(Rts.SENDING) && !proc.replyPending) {
            Proc from = core.procs.find(proc.receiveFrom);
            long wanted = from == null ? ~0L : from.priv.bit();
            boolean filtered = !proc.priv.filters.isEmpty();
            boolean shared = proc.priv == core.procs.userPriv();
            boolean missed = (proc.priv.notifyPending & wanted) != 0;
            check(!missed || filtered || shared, proc, "waits although it was notified");
        }
    }

    private void checkPrivileges(Proc proc) {
        Priv priv = proc.priv;
        check(
                priv == core.procs.userPriv() || priv.owner == proc,
                proc,
                "has the privileges of another");
        check(
                priv.grantEndpoint.equals(Endpoint.NONE)
                        || priv.owner == null
                        || priv.grantEndpoint.equals(priv.owner.endpoint),
                proc,
                "has the grants of one who is gone");
    }

    /// What waits for a structure comes from somebody, and nothing waits for nobody's.
    private void checkPending(Priv priv) {
        Proc owner = priv.owner;
        if (priv == core.procs.userPriv()) {
            return;
        }
        if (owner == null) {
            boolean empty = (priv.notifyPending | priv.asyncPending) == 0;
            assert empty && priv.alarmTicks == Priv.NO_ALARM : "privileges " + priv.id + " linger";
            return;
        }
        for (long bits = priv.notifyPending | priv.asyncPending; bits != 0; bits &= bits - 1) {
            @Nullable Proc sender = core.procs.privs()[Long.numberOfTrailingZeros(bits)].owner;
            check(sender != null && !sender.isFree(), owner, "was told by one who is gone");
        }
    }
}
