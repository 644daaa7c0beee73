package ring3.kernel.core;

import org.jspecify.annotations.Nullable;
import ring3.events.ProcessKind;
import ring3.events.snapshots.SourceLine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Trap;

/// A slot of the process table and the process in it (minix: kernel/proc.h).
public final class Proc {
    final int slot;
    Endpoint endpoint;
    String name = "";
    ProcessKind kind = ProcessKind.USER;

    /// Why it cannot run, see [Rts].
    int rts = Rts.SLOT_FREE;

    Priv priv;
    AddressSpace memory;

    // ---- Messages

    /// Whom it waits for while RECEIVING.
    Endpoint receiveFrom = Endpoint.NONE;

    /// Whom its message waits for while SENDING; the message stays here, with the sender.
    Endpoint sendTo = Endpoint.NONE;

    Message sendMessage = Result.OK;
    Trap sendTrap = Trap.SEND;
    boolean sendFromKernel;

    /// In a SENDREC: only the partner's answer counts, no notification.
    boolean replyPending;

    /// The first of those whose messages wait for this process, oldest first.
    @Nullable Proc callers;

    /// The next in the queue of the process that this one sends to.
    @Nullable Proc nextCaller;

    /// What the trap under way will return once the process runs again.
    @Nullable Received delivered;

    Errno result = Errno.OK;

    // ---- Scheduling

    int priority = Scheduler.QUEUES - 1;
    int quantumMillis;
    long quantumLeftNanos;
    boolean preempted;

    /// Who decides its priority; null when the kernel schedules it itself.
    @Nullable Endpoint scheduler;

    @Nullable Proc nextReady;
    long readySinceNanos;
    long queueNanos;
    long cpuNanos;
    long cpuAtQuantumNanos;
    int preemptions;

    // ---- Execution

    @Nullable Coroutine coroutine;

    /// What it has learnt since its program started, when it may fork.
    @Nullable Recording recording;

    /// The program that a child would have to run again.
    Processes.@Nullable Program program;

    /// Its memory as it was while its parent lived what it lives again now; null when it has caught
    /// up with its parent.
    @Nullable AddressSpace past;

    long signals;
    @Nullable String fault;
    @Nullable SourceLine faultLine;

    Proc(int slot, Priv priv, AddressSpace memory) {
        this.slot = slot;
        this.endpoint = Endpoint.of(slot, 0);
        this.priv = priv;
        this.memory = memory;
    }

    /// The name under which others reach it.
    public Endpoint endpoint() {
        return endpoint;
    }

    /// What it may do.
    public Priv priv() {
        return priv;
    }

    /// Its slot in the process table.
    public int slot() {
        return slot;
    }

    /// What it is called.
    public String name() {
        return name;
    }

    /// The layer it belongs to.
    public ProcessKind kind() {
        return kind;
    }

    /// The reasons why it cannot run, see [Rts].
    public int flags() {
        return rts;
    }

    /// Its queue.
    public int priority() {
        return priority;
    }

    /// The length of its quantum.
    public int quantumMillis() {
        return quantumMillis;
    }

    /// What is left of its quantum.
    public long quantumLeftNanos() {
        return quantumLeftNanos;
    }

    /// The processor time it has used.
    public long cpuNanos() {
        return cpuNanos;
    }

    /// Who decides its priority; null for the kernel.
    public @Nullable Endpoint scheduler() {
        return scheduler;
    }

    /// The exception that stopped it, or null.
    public @Nullable String fault() {
        return fault;
    }

    /// How many processes wait until it takes their message.
    public int callerCount() {
        int count = 0;
        for (Proc p = callers; p != null; p = p.nextCaller) {
            count++;
        }
        return count;
    }

    /// Its memory.
    public AddressSpace memory() {
        return memory;
    }

    /// Whether nothing keeps it from running.
    public boolean isRunnable() {
        return rts == 0;
    }

    public boolean has(int flag) {
        return (rts & flag) != 0;
    }

    public boolean isFree() {
        return has(Rts.SLOT_FREE);
    }

    public boolean isTask() {
        return slot < 0;
    }

    /// Whether a message from `source` would be taken at once.
    boolean willReceiveFrom(Endpoint source) {
        return (rts & (Rts.RECEIVING | Rts.SENDING)) == Rts.RECEIVING
                && (receiveFrom.equals(Endpoint.ANY) || receiveFrom.equals(source));
    }

    /// Whom it waits for, or NONE. A SENDREC whose request was not taken waits for its receiver.
    public Endpoint blockedOn() {
        if (has(Rts.SENDING)) {
            return sendTo;
        }
        return has(Rts.RECEIVING) ? receiveFrom : Endpoint.NONE;
    }

    /// What the trap that ends now returns: the message, or why there is none.
    Received takeDelivered() {
        Received received = delivered;
        delivered = null;
        return received != null ? received : Received.failed(result);
    }

    void forgetPast() {
        if (past != null) {
            past.clear();
            past = null;
        }
    }

    void appendCaller(Proc sender) {
        sender.nextCaller = null;
        Proc last = callers;
        if (last == null) {
            callers = sender;
            return;
        }
        while (last.nextCaller != null) {
            last = last.nextCaller;
        }
        last.nextCaller = sender;
    }

    void removeCaller(Proc sender) {
        if (callers == sender) {
            callers = sender.nextCaller;
        } else {
            for (Proc p = callers; p != null; p = p.nextCaller) {
                if (p.nextCaller == sender) {
                    p.nextCaller = sender.nextCaller;
                    break;
                }
            }
        }
        sender.nextCaller = null;
    }
}
