package ring3.syslib;

/// The ways into the kernel that pass messages (minix: include/minix/ipcconst.h).
public enum Trap {
    SEND(1),
    RECEIVE(2),
    SENDREC(3),
    NOTIFY(4),
    SENDNB(5),
    SENDA(16);

    /// The mask that allows every trap.
    public static final int ALL = ~0;

    private final int number;

    Trap(int number) {
        this.number = number;
    }

    /// The number in the trap instruction.
    public int number() {
        return number;
    }

    /// The bit that stands for this trap in a trap mask.
    public int bit() {
        return 1 << number;
    }
}
