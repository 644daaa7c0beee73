package ring3.syslib;

import org.jspecify.annotations.Nullable;

/// The name under which a process is reached: its slot in the process table and the generation of
/// that slot. A slot that is used again gets the next generation, so a message for a process that
/// died never reaches its successor by accident (minix: include/minix/endpoint.h).
///
/// @param value `(generation << 15) + slot`, the number that crosses in messages
public record Endpoint(int value) {
    private static final int GENERATION_SHIFT = 15;
    private static final int SLOT_MASK = (1 << GENERATION_SHIFT) - 1;

    /// Slots below zero are kernel tasks; this is how many the encoding leaves room for.
    private static final int TASKS_MAX = 1023;

    /// The highest generation; the next one after it is 1 again.
    public static final int GENERATION_MAX = 65_533;

    /// Any sender: only a RECEIVE may name it.
    public static final Endpoint ANY = new Endpoint(31_744);

    /// No process at all.
    public static final Endpoint NONE = new Endpoint(31_743);

    /// The caller of the kernel call that names it.
    public static final Endpoint SELF = new Endpoint(31_742);

    /// Source of the notification that an asynchronous message was handled.
    public static final Endpoint ASYNCM = new Endpoint(-5);

    /// What runs when nothing else can.
    public static final Endpoint IDLE = new Endpoint(-4);

    /// Source of alarm notifications.
    public static final Endpoint CLOCK = new Endpoint(-3);

    /// Source of signal notifications, and the one who answers kernel calls.
    public static final Endpoint SYSTEM = new Endpoint(-2);

    /// Source of interrupt notifications.
    public static final Endpoint HARDWARE = new Endpoint(-1);

    /// The process manager.
    public static final Endpoint PM = new Endpoint(0);

    /// The virtual file system server.
    public static final Endpoint VFS = new Endpoint(1);

    /// The reincarnation server.
    public static final Endpoint RS = new Endpoint(2);

    /// The memory driver: RAM disk, `/dev/null` and their kin.
    public static final Endpoint MEM = new Endpoint(3);

    /// The scheduling policy.
    public static final Endpoint SCHED = new Endpoint(4);

    /// The first terminal driver; after a restart it has another endpoint.
    public static final Endpoint TTY = new Endpoint(5);

    /// The data store.
    public static final Endpoint DS = new Endpoint(6);

    /// The owner of memory.
    public static final Endpoint VM = new Endpoint(8);

    /// The file server of the root file system.
    public static final Endpoint MFS = new Endpoint(10);

    /// The ancestor of all user processes.
    public static final Endpoint INIT = new Endpoint(11);

    /// The endpoint of `slot` in its `generation`; generation 0 is the boot image.
    public static Endpoint of(int slot, int generation) {
        return new Endpoint((generation << GENERATION_SHIFT) + slot);
    }

    /// The index in the process table, from -5 for the first kernel task.
    public int slot() {
        return ((value + TASKS_MAX) & SLOT_MASK) - TASKS_MAX;
    }

    /// How often the slot had been used before.
    public int generation() {
        return (value + TASKS_MAX) >> GENERATION_SHIFT;
    }

    /// Written out because the kernel compares endpoints in every trap.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint(int theirs) && theirs == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
