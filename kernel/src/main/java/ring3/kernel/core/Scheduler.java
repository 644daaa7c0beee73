package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// The scheduling mechanism: sixteen queues, the head of the first that is not empty runs next. Who
/// gets which queue and quantum is decided elsewhere (minix: kernel/proc.c).
public final class Scheduler {
    /// Queue 0 is the most urgent.
    public static final int QUEUES = 16;

    private final ProcQueue[] ready = new ProcQueue[QUEUES];
    private final VirtualClock clock;

    /// Bit n is set when queue n is not empty.
    private int occupied;

    /// Who has the processor; it is in no queue. Null when nobody has it.
    @Nullable Proc current;

    Scheduler(VirtualClock clock) {
        this.clock = clock;
        for (int i = 0; i < QUEUES; i++) {
            ready[i] = new ProcQueue();
        }
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
                && !running.kernelMode
                && running.priv.rights.has(Privilege.PREEMPTIBLE)) {
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
        enter(proc);
        ready[proc.priority].append(proc);
    }

    private void enter(Proc proc) {
        proc.readySinceNanos = clock.nanos();
        occupied |= 1 << proc.priority;
    }

    /// Puts the running process back: with time left before the others of its queue, else behind.
    void putBack(Proc proc) {
        proc.preempted = false;
        if (proc.quantumLeftNanos > 0) {
            enter(proc);
            ready[proc.priority].prepend(proc);
        } else {
            append(proc);
        }
    }

    private void remove(Proc proc) {
        ProcQueue queue = ready[proc.priority];
        queue.remove(proc);
        if (queue.isEmpty()) {
            occupied &= ~(1 << proc.priority);
        }
    }

    /// Takes the process that shall run next, or null when none is ready.
    @Nullable Proc take() {
        if (occupied == 0) {
            return null;
        }
        Proc proc = ready[Integer.numberOfTrailingZeros(occupied)].first;
        assert proc != null : "an occupied queue has a first";
        remove(proc);
        proc.queueNanos += clock.nanos() - proc.readySinceNanos;
        return proc;
    }

    /// The processes that are ready with that priority.
    ProcQueue queue(int priority) {
        return ready[priority];
    }

    void check(Invariants invariants) {
        for (int priority = 0; priority < QUEUES; priority++) {
            boolean marked = (occupied & 1 << priority) != 0;
            assert marked != ready[priority].isEmpty() : "queue " + priority + " is marked wrong";
            for (Proc p = ready[priority].first; p != null; p = p.next) {
                invariants.check(p.isRunnable() && p.priority == priority, p, "is not ready");
            }
        }
    }
}
