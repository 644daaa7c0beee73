package ring3.syslib;

/// What SYS_GETINFO can copy, and how the tables are laid out. All numbers are little-endian 32-bit
/// unless said otherwise (minix: include/minix/com.h names the selectors; the layouts are Ring3's).
public final class KernelInfo {
    /// The machine: frames of physical memory, the first one that nobody uses, slots for processes,
    /// clock ticks a second; [#MACHINE_BYTES] in all.
    public static final int KINFO = 0;

    public static final int MACHINE_BYTES = 16;

    /// The modules of the boot image, [#MODULE_BYTES] each.
    public static final int IMAGE = 1;

    /// The process table, [#PROC_BYTES] each, kernel tasks first, one entry a slot in use.
    public static final int PROCTAB = 2;

    /// The interrupt hooks in use, [#HOOK_BYTES] each: owner, line, notify id, 1 when its line is
    /// kept closed.
    public static final int IRQHOOKS = 6;

    public static final int HOOK_BYTES = 16;

    /// The privilege structures in use, [#PRIV_BYTES] each: id, endpoint of the owner, flags,
    /// traps, calls, send mask and pending notifications (64-bit each), one reserved number.
    public static final int PRIVTAB = 8;

    public static final int PRIV_BYTES = 48;

    /// The clock ticks in a second, as the value of the reply; nothing is copied.
    public static final int HZ = 18;

    /// The boot parameters: `name=value` strings, each ended by a zero byte.
    public static final int MONPARAMS = 4;

    /// The caller's endpoint, as the value of the reply; nothing is copied.
    public static final int WHOAMI = 19;

    /// Bytes of a name in these tables, padded with zero bytes.
    public static final int NAME_BYTES = 16;

    /// A module: name (16 bytes), slot or [#NO_SLOT], physical address and length of its
    /// executable, bytes of memory it needs, and when it has a slot the physical address and the
    /// number of the pages that it was given, from address 0x1000 on.
    public static final int MODULE_BYTES = NAME_BYTES + 24;

    public static final int MODULE_SLOT = NAME_BYTES;
    public static final int MODULE_ADDRESS = NAME_BYTES + 4;
    public static final int MODULE_LENGTH = NAME_BYTES + 8;
    public static final int MODULE_MEMORY = NAME_BYTES + 12;

    public static final int MODULE_PAGES_ADDRESS = NAME_BYTES + 16;
    public static final int MODULE_PAGES = NAME_BYTES + 20;

    /// The slot of a module that the kernel does not start itself.
    public static final int NO_SLOT = Integer.MIN_VALUE;

    /// A process: name (16 bytes), endpoint, run-time flags, endpoint it waits for, priority,
    /// quantum in ms, bytes of memory, processor time in ns (64-bit).
    public static final int PROC_BYTES = NAME_BYTES + 32;

    public static final int PROC_ENDPOINT = NAME_BYTES;
    public static final int PROC_FLAGS = NAME_BYTES + 4;
    public static final int PROC_PARTNER = NAME_BYTES + 8;
    public static final int PROC_PRIORITY = NAME_BYTES + 12;
    public static final int PROC_QUANTUM = NAME_BYTES + 16;
    public static final int PROC_MEMORY = NAME_BYTES + 20;
    public static final int PROC_CPU = NAME_BYTES + 24;

    private KernelInfo() {}
}
