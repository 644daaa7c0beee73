package ring3.kernel.core;

import org.jspecify.annotations.Nullable;
import ring3.hardware.VirtualClock;
import ring3.syslib.Privilege;

/// The scheduling mechanism: sixteen queues, the head of the first that is not empty runs next. Who
/// gets which queue and quantum is decided elsewhere (minix: kernel/proc.c).
public final class Scheduler {
    /// Queue 0 is the most urgent.
    public static final int QUEUES = 16;

    private final @Nullable Proc[] heads = new Proc[QUEUES];
    private final @Nullable Proc[] tails = new Proc[QUEUES];

    private final VirtualClock clock;

    /// Bit n is set when queue n is not empty.
    private int occupied;

    /// Who has the processor; it is in no queue. Null when nobody has it.
    @Nullable Proc current;

    Scheduler(VirtualClock clock) {
        this.clock = clock;
    }

    /// One more reason why `proc` cannot run.
    public void block(Proc proc, int flag) {
        boolean ready = proc.isRunnable();
        proc.rts |= flag;
        if (ready && proc != current) {
            remove(proc);
        }
    }

    /// One reason less; a process without any becomes ready, and goes before a less urgent one that
    /// runs now.
    public void unblock(Proc proc, int flag) {
        boolean blocked = !proc.isRunnable();
        proc.rts &= ~flag;
        if (blocked && proc.isRunnable() && proc != current) {
            append(proc);
            preemptFor(proc);
        }
    }

    private void preemptFor(Proc ready) {
        Proc running = current;
        if (running != null
                && ready.priority < running.priority
                && running.priv.rights().has(Privilege.PREEMPTIBLE)) {
            running.preempted = true;
        }
    }

    /// Moves a process to another queue. The running one gives way when it is not the most urgent
    /// any more.
    void reprioritize(Proc proc, int priority) {
        boolean queued = proc.isRunnable() && proc != current;
        if (queued) {
            remove(proc);
        }
        proc.priority = priority;
        if (queued) {
            append(proc);
            preemptFor(proc);
        } else if (proc == current && Integer.numberOfTrailingZeros(occupied) < priority) {
            proc.preempted = true;
        }
    }

    /// A process that has just become ready waits behind the others of its queue.
    private void append(Proc proc) {
        int queue = proc.priority;
        Proc tail = tails[queue];
        proc.nextReady = null;
        proc.readySinceNanos = clock.nanos();
        if (tail == null) {
            heads[queue] = proc;
        } else {
            tail.nextReady = proc;
        }
        tails[queue] = proc;
        occupied |= 1 << queue;
    }

    /// Puts the running process back: with time left before the others of its queue, else behind.
    void putBack(Proc proc) {
        proc.preempted = false;
        if (proc.quantumLeftNanos > 0) {
            prepend(proc);
        } else {
            append(proc);
        }
    }

    private void prepend(Proc proc) {
        int queue = proc.priority;
        proc.readySinceNanos = clock.nanos();
        proc.nextReady = heads[queue];
        heads[queue] = proc;
        if (tails[queue] == null) {
            tails[queue] = proc;
        }
        occupied |= 1 << queue;
    }

    /// Takes a process that cannot run any more out of its queue.
    private void remove(Proc proc) {
        int queue = proc.priority;
        Proc before = null;
        for (Proc p = heads[queue]; p != null; before = p, p = p.nextReady) {
            if (p == proc) {
                unlink(queue, before, proc);
                return;
            }
        }
    }

    private void unlink(int queue, @Nullable Proc before, Proc proc) {
        if (before == null) {
            heads[queue] = proc.nextReady;
        } else {
            before.nextReady = proc.nextReady;
        }
        if (tails[queue] == proc) {
            tails[queue] = before;
        }
        if (heads[queue] == null) {
            occupied &= ~(1 << queue);
        }
        proc.nextReady = null;
    }

    /// Takes the process that shall run next, or null when none is ready.
    @Nullable Proc take() {
        if (occupied == 0) {
            return null;
        }
        int queue = Integer.numberOfTrailingZeros(occupied);
        Proc proc = heads[queue];
        assert proc != null : "an occupied queue has a head";
        unlink(queue, null, proc);
        proc.queueNanos += clock.nanos() - proc.readySinceNanos;
        return proc;
    }
}
