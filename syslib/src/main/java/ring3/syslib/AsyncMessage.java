package ring3.syslib;

/// One entry of a process's table of asynchronous messages. The process fills it, SENDA hands the
/// table to the kernel, and the kernel marks the entries that it has dealt with (minix:
/// include/minix/ipc.h, asynmsg_t). It belongs to one process and the kernel, as memory would.
public final class AsyncMessage {
    /// The entry is free.
    public static final int EMPTY = 0;

    /// The entry holds a message.
    public static final int VALID = 1;

    /// The kernel has finished with the entry and [#result] counts.
    public static final int DONE = 2;

    /// Notify the sender, from ASYNCM, when the entry is done.
    public static final int NOTIFY = 4;

    /// The message is no reply: it must not end a SENDREC of its receiver.
    public static final int NOREPLY = 8;

    /// Notify the sender only when the entry failed.
    public static final int NOTIFY_ERR = 16;

    /// The kernel has seen the entry and keeps it for its receiver.
    public static final int QUEUED = 32;

    /// All flags there are.
    public static final int ALL = 63;

    /// The flags above.
    public int flags = EMPTY;

    /// Who is to get the message.
    public Endpoint destination = Endpoint.NONE;

    /// The message.
    public Message message = Result.OK;

    /// Zero, or the negative error number of a message that could not be delivered.
    public int result;
}
