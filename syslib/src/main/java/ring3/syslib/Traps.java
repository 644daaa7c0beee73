package ring3.syslib;

/// The trap instructions of the emulated processor, bound to one process. A process reaches them
/// through [Syslib]; the kernel, or a test, stands behind them.
public interface Traps {
    /// SEND: returns zero once the message was taken, or a negative error number.
    int send(Endpoint destination, Message message);

    /// SENDNB: as SEND, but ENOTREADY instead of waiting.
    int sendnb(Endpoint destination, Message message);

    /// NOTIFY: never waits.
    int notify(Endpoint destination);

    /// SENDA: the kernel takes `table` in place of the one it was handed before; an empty table
    /// withdraws it.
    int senda(AsyncMessage[] table);

    /// RECEIVE from `source`, or from everybody for ANY.
    Received receive(Endpoint source);

    /// SENDREC: send, then receive the reply of the same partner.
    Received sendrec(Endpoint destination, Message message);

    /// A kernel call.
    KernelReply call(KernelRequest request);

    /// The processor's own instruction to read a port of `width` 1, 2 or 4 bytes. Without
    /// SYS_IOPENABLE, or for a port that is not in the privileges of the process, it is a general
    /// protection fault: the process dies of SIGSEGV.
    int in(int port, int width);

    /// The processor's own instruction to write a port; as [#in(int, int)].
    void out(int port, int width, int value);

    /// What the process does when a signal of its own is to be handled; without any it is not
    /// interrupted.
    void onSignal(SignalHandler handler);

    /// The memory of the process.
    Memory memory();

    /// What the registers held when the process started.
    Startup startup();
}
