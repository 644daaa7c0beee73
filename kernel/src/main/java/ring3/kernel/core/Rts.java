package ring3.kernel.core;

/// Why a process cannot run; it runs when none of these is set (minix: kernel/proc.h).
public final class Rts {
    public static final int SLOT_FREE = 0x1;
    public static final int PROC_STOP = 0x2;
    public static final int SENDING = 0x4;
    public static final int RECEIVING = 0x8;
    public static final int SIGNALED = 0x10;
    public static final int SIG_PENDING = 0x20;
    public static final int P_STOP = 0x40;
    public static final int NO_PRIV = 0x80;
    public static final int NO_ENDPOINT = 0x100;
    public static final int VMINHIBIT = 0x200;
    public static final int PAGEFAULT = 0x400;
    public static final int VMREQUEST = 0x800;
    public static final int NO_QUANTUM = 0x8000;
    public static final int BOOTINHIBIT = 0x10000;

    private Rts() {}
}
