package ring3.syslib;

/// Why a process cannot run, as the flags in the process table tell; it runs when none of these is
/// set (minix: kernel/proc.h).
public final class Rts {
    /// The slot is unused.
    public static final int SLOT_FREE = 0x1;

    /// It was stopped by SYS_RUNCTL.
    public static final int PROC_STOP = 0x2;

    /// It waits until its message is taken.
    public static final int SENDING = 0x4;

    /// It waits for a message.
    public static final int RECEIVING = 0x8;

    /// It was signalled, and nobody has fetched the signal.
    public static final int SIGNALED = 0x10;

    /// It is frozen while a signal is dealt with.
    public static final int SIG_PENDING = 0x20;

    /// A debugger has stopped it.
    public static final int P_STOP = 0x40;

    /// It has no privileges yet.
    public static final int NO_PRIV = 0x80;

    /// It ends: nobody can send to it any more.
    public static final int NO_ENDPOINT = 0x100;

    /// Its memory is being changed.
    public static final int VMINHIBIT = 0x200;

    /// It touched memory that is not there and waits for vm.
    public static final int PAGEFAULT = 0x400;

    /// Its kernel call waits for memory.
    public static final int VMREQUEST = 0x800;

    /// It has used up its quantum and waits for its scheduler.
    public static final int NO_QUANTUM = 0x8000;

    /// It is of the boot image, and vm does not know it yet.
    public static final int BOOTINHIBIT = 0x10000;

    private Rts() {}
}
