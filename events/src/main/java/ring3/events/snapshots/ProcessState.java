package ring3.events.snapshots;

import ring3.syslib.Rts;

/// What a process is doing, in one word.
public enum ProcessState {
    /// It has the processor.
    RUNNING,
    /// It could run and waits for the processor.
    READY,
    /// It waits until its partner takes its message.
    SENDING,
    /// It waits for a message.
    RECEIVING,
    /// It used up its quantum and waits for its scheduler.
    NO_QUANTUM,
    /// It has been signalled and is frozen until its signal manager has decided.
    SIGNALED,
    /// It waits until vm has seen to its memory.
    NO_MEMORY,
    /// It was stopped.
    STOPPED,
    /// It has no privileges yet, or lost them.
    NO_PRIVILEGES,
    /// It is a part of the kernel and no process of its own.
    KERNEL_TASK;

    /// The state of a process with these flags of [Rts]; the gravest reason counts.
    public static ProcessState of(int flags, boolean running) {
        if (flags == 0) {
            return running ? RUNNING : READY;
        }
        if ((flags & (Rts.SIGNALED | Rts.SIG_PENDING)) != 0) {
            return SIGNALED;
        }
        if ((flags & Rts.NO_PRIV) != 0) {
            return NO_PRIVILEGES;
        }
        if ((flags & (Rts.PROC_STOP | Rts.P_STOP)) != 0) {
            return STOPPED;
        }
        if ((flags & (Rts.PAGEFAULT | Rts.VMREQUEST | Rts.VMINHIBIT | Rts.BOOTINHIBIT)) != 0) {
            return NO_MEMORY;
        }
        if ((flags & Rts.SENDING) != 0) {
            return SENDING;
        }
        return (flags & Rts.RECEIVING) != 0 ? RECEIVING : NO_QUANTUM;
    }
}
