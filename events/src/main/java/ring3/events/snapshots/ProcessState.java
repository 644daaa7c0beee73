package ring3.events.snapshots;

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
    /// It was stopped.
    STOPPED,
    /// It has no privileges yet, or lost them.
    NO_PRIVILEGES,
    /// It is a part of the kernel and no process of its own.
    KERNEL_TASK
}
