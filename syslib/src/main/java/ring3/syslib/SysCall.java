package ring3.syslib;

/// The kernel calls and their numbers (minix: include/minix/com.h). The message type of a call is
/// 0x600 plus its number, and its bit in a call mask is the bit of that number.
public enum SysCall {
    SYS_FORK(0),
    SYS_EXEC(1),
    SYS_CLEAR(2),
    SYS_SCHEDULE(3),
    SYS_PRIVCTL(4),
    SYS_KILL(6),
    SYS_GETKSIG(7),
    SYS_ENDKSIG(8),
    SYS_VIRCOPY(15),
    SYS_PHYSCOPY(16),
    SYS_IRQCTL(19),
    SYS_DEVIO(21),
    SYS_SDEVIO(22),
    SYS_VDEVIO(23),
    SYS_SETALARM(24),
    SYS_TIMES(25),
    SYS_GETINFO(26),
    SYS_ABORT(27),
    SYS_SAFECOPYFROM(31),
    SYS_SAFECOPYTO(32),
    SYS_SETGRANT(34),
    SYS_VMCTL(43),
    SYS_DIAGCTL(44),
    SYS_RUNCTL(46),
    SYS_EXIT(53),
    SYS_SCHEDCTL(54);

    /// The mask that allows every call.
    public static final long ALL = ~0L;

    /// The calls every service may make unless its configuration says NONE.
    public static final long BASIC =
            SYS_EXIT.bit()
                    | SYS_SAFECOPYFROM.bit()
                    | SYS_SAFECOPYTO.bit()
                    | SYS_GETINFO.bit()
                    | SYS_TIMES.bit()
                    | SYS_SETALARM.bit()
                    | SYS_SETGRANT.bit()
                    | SYS_DIAGCTL.bit();

    private static final int BASE = 0x600;

    private final int number;

    SysCall(int number) {
        this.number = number;
    }

    /// The place in the kernel's table.
    public int number() {
        return number;
    }

    /// The type of the request message.
    public int type() {
        return BASE + number;
    }

    /// The bit that stands for this call in a call mask.
    public long bit() {
        return 1L << number;
    }
}
