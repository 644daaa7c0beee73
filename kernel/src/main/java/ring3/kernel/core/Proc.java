package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// A slot of the process table and the process in it: a struct that all parts of the kernel work on
/// (minix: kernel/proc.h).
public final class Proc {
    public int slot;
    public Endpoint endpoint;
    public String name = "";
    public ProcessKind kind = ProcessKind.USER;

    /// Why it cannot run, see [Rts].
    public int rts;

    public Priv priv;
    public final AddressSpace memory;

    /// It runs in kernel mode: nothing that it does is checked, and its mistakes are the kernel's.
    public boolean kernelMode;

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

    /// Those whose messages wait for this process, oldest first.
    ProcQueue callers = new ProcQueue();

    /// What the trap under way will return once the process runs again.
    @Nullable Received delivered;

    Errno result = Errno.OK;

    // ---- The queue that it is in

    @Nullable ProcQueue queue;
    @Nullable Proc previous;
    @Nullable Proc next;

    // ---- Scheduling

    public int priority = Scheduler.QUEUES - 1;
    public int quantumMillis;
    public long quantumLeftNanos;
    boolean preempted;

    /// Who decides its priority; null when the kernel schedules it itself.
    public @Nullable Endpoint scheduler;

    long readySinceNanos;
    long queueNanos;
    public long cpuNanos;
    long cpuAtQuantumNanos;
    int preemptions;

    /// Since when it has had the processor without waiting for anything.
    long busySinceNanos;

    /// Ticks of its own running until SIGVTALRM and SIGPROF; 0 when the timer does not run.
    public long virtualTicks;

    public long profileTicks;

    // ---- Execution

    @Nullable Coroutine coroutine;

    /// What it has learnt since its program started, when it may fork.
    @Nullable Recording recording;

    /// The program that a child would have to run again.
    Processes.@Nullable Program program;

    /// Its memory as it was while its parent lived what it lives again now; null when it has caught
    /// up with its parent.
    @Nullable AddressSpace past;

    /// It may use port instructions.
    public boolean portInstructions;

    /// The kernel stops it after its next kernel entry.
    public boolean stepping;

    public long signals;

    /// Its signal manager wants to know when it has sent its message.
    public boolean tellWhenSent;

    /// The handlers that it has to run before it goes on, oldest first.
    final java.util.ArrayDeque<SignalFrame> signalFrames = new java.util.ArrayDeque<>(0);

    /// How many handlers it runs now, one inside the other.
    public int handlersRunning;

    public @Nullable String fault;
    @Nullable SourceLine faultLine;

    /// The address that vm was told about.
    public int faultAddress;

    /// The kernel call of its own that waits for vm, and what vm said.
    @Nullable PageFault waitsFor;

    boolean denied;

    Proc(int slot, Endpoint endpoint, Priv priv, AddressSpace memory) {
        this.slot = slot;
        this.endpoint = endpoint;
        this.priv = priv;
        this.memory = memory;
    }

    /// How many processes wait until it takes their message.
    public int callerCount() {
        int count = 0;
        for (Proc p = callers.first; p != null; p = p.next) {
            count++;
        }
        return count;
    }

    /// Whether nothing keeps it from running.
    public boolean isRunnable() {
        return rts == 0;
    }

    /// Whether `flag` is among the reasons why it cannot run.
    public boolean has(int flag) {
        return (rts & flag) != 0;
    }

    public boolean isFree() {
        return has(Rts.SLOT_FREE);
    }

    public boolean isTask() {
        return slot < 0;
    }

    /// Whether `message` from `source` would be taken at once.
    boolean willReceive(Proc source, Message message) {
        return (rts & (Rts.RECEIVING | Rts.SENDING)) == Rts.RECEIVING
                && (receiveFrom.equals(Endpoint.ANY) || receiveFrom.equals(source.endpoint))
                && priv.filters.admit(source, message);
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
}
