package ring3.syslib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// What a service is allowed to do: the part of the kernel's `struct priv` that the reincarnation
/// server fills in from its table (minix: kernel/priv.h, etc/system.conf). An empty list allows
/// nothing.
///
/// @param flags the flags below
/// @param traps which traps, one bit each, see [Trap#bit()]
/// @param calls which kernel calls, one bit each, see [SysCall#bit()]
/// @param ipcTo to which privilege ids it may send, one bit each; see [#ipcBit(Endpoint)]
/// @param signalManager who is told of its signals
/// @param ports ranges of I/O ports, first and last included
/// @param memory ranges of physical memory, first and last included
/// @param irqs interrupt lines
public record Privilege(
        int flags,
        int traps,
        long calls,
        long ipcTo,
        Endpoint signalManager,
        List<Range> ports,
        List<Range> memory,
        List<Integer> irqs) {
    /// SYS_PRIVCTL: let the process run, for the first time or after DISALLOW (EPERM if it could).
    public static final int ALLOW = 1;

    /// SYS_PRIVCTL: keep the process from running.
    public static final int DISALLOW = 2;

    /// SYS_PRIVCTL: give the process a structure of its own and fill it from the caller's memory.
    public static final int SET_SYS = 3;

    /// SYS_PRIVCTL: let the process share the structure of all user processes.
    public static final int SET_USER = 4;

    /// SYS_PRIVCTL: one more range of ports; `address` is where the caller keeps two numbers, the
    /// first and the last.
    public static final int ADD_IO = 5;

    /// SYS_PRIVCTL: one more range of physical memory, likewise.
    public static final int ADD_MEM = 6;

    /// SYS_PRIVCTL: one more interrupt line; `address` is where the caller keeps its number twice.
    public static final int ADD_IRQ = 7;

    /// SYS_PRIVCTL: whether the process may use a range of physical memory (EPERM if not).
    public static final int QUERY_MEM = 8;

    /// SYS_PRIVCTL: fill the structure that the process has anew, which keeps its id.
    public static final int UPDATE_SYS = 9;

    /// SYS_PRIVCTL: let the process run in place of the caller.
    public static final int YIELD = 10;

    /// SYS_PRIVCTL: wake all who wait for the process, with EDEADSRCDST.
    public static final int CLEAR_IPC_REFS = 11;

    /// A process with more urgent work may be put before it.
    public static final int PREEMPTIBLE = 0x002;

    /// Time in the kernel on its behalf is charged to it.
    public static final int BILLABLE = 0x004;

    /// Its privilege id is whichever was free.
    public static final int DYNAMIC_ID = 0x008;

    /// It is a service: it may use alarms, SENDA and SYS_PRIVCTL if its masks say so.
    public static final int SYS_PROC = 0x010;

    /// Its ports are checked; without this flag every port is allowed.
    public static final int CHECK_IO_PORT = 0x020;

    /// Its interrupt lines are checked.
    public static final int CHECK_IRQ = 0x040;

    /// Its physical memory ranges are checked.
    public static final int CHECK_MEM = 0x080;

    /// The id that all user processes share.
    public static final int USER_ID = 16;

    /// How many privilege structures there are.
    public static final int COUNT = 64;

    /// Static ids belong to slots -5 to 11; this is what to add to the slot.
    private static final int STATIC_ID_OFFSET = 5;

    /// The mask that allows sending to every process.
    public static final long IPC_ALL = ~0L;

    /// The mask that allows sending to every service and kernel task, but not to user processes.
    public static final long IPC_ALL_SYS = ~(1L << USER_ID);

    /// The most ranges or lines of each kind that can be encoded.
    public static final int RANGES_MAX = 16;

    /// Bytes of an encoded structure.
    public static final int BYTES = 48 + 2 * RANGES_MAX * 8 + RANGES_MAX * 4;

    /// What a process may do that has not been told yet: nothing, but messages may wait for it.
    public static final Privilege NONE = plain(SYS_PROC, 0, 0, 0, Endpoint.RS);

    /// What all user processes may do: ask the servers, by SENDREC (minix: include/minix/priv.h).
    public static final Privilege USER =
            plain(
                    PREEMPTIBLE | BILLABLE,
                    Trap.SENDREC.bit(),
                    0,
                    ipcBit(Endpoint.PM)
                            | ipcBit(Endpoint.VFS)
                            | ipcBit(Endpoint.RS)
                            | ipcBit(Endpoint.VM),
                    Endpoint.PM);

    /// What the reincarnation server may do, which sets up all others.
    public static final Privilege ROOT =
            plain(SYS_PROC | BILLABLE | PREEMPTIBLE, Trap.ALL, SysCall.ALL, IPC_ALL, Endpoint.SELF);

    private static Privilege plain(
            int flags, int traps, long calls, long ipcTo, Endpoint signalManager) {
        return new Privilege(
                flags, traps, calls, ipcTo, signalManager, List.of(), List.of(), List.of());
    }

    /// Ports, or bytes of physical memory, from `first` to `last`, both included.
    public record Range(int first, int last) {
        /// Whether `width` bytes from `start` on lie inside.
        public boolean covers(int start, int width) {
            return start >= first && start + width - 1 <= last;
        }
    }

    public Privilege {
        ports = List.copyOf(ports);
        memory = List.copyOf(memory);
        irqs = List.copyOf(irqs);
    }

    /// The id of the structure that the process in `slot` of the boot image has.
    public static int staticId(int slot) {
        return slot + STATIC_ID_OFFSET;
    }

    /// The bit of a process of the boot image in a send mask.
    public static long ipcBit(Endpoint bootProcess) {
        return 1L << staticId(bootProcess.slot());
    }

    /// The same with other ranges and lines.
    public Privilege with(List<Range> newPorts, List<Range> newMemory, List<Integer> newIrqs) {
        return new Privilege(
                flags, traps, calls, ipcTo, signalManager, newPorts, newMemory, newIrqs);
    }

    /// Whether `flag` is set.
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// Stores this structure at `address` as SYS_PRIVCTL expects it.
    public void store(Memory memory, int address) {
        memory.putInt(address, flags);
        memory.putInt(address + 4, traps);
        memory.putLong(address + 8, calls);
        memory.putLong(address + 16, ipcTo);
        memory.putInt(address + 24, signalManager.value());
        memory.putInt(address + 28, ports.size());
        memory.putInt(address + 32, this.memory.size());
        memory.putInt(address + 36, irqs.size());
        storeRanges(memory, address + 48, ports);
        storeRanges(memory, address + 48 + RANGES_MAX * 8, this.memory);
        for (int i = 0; i < irqs.size(); i++) {
            memory.putInt(address + 48 + 2 * RANGES_MAX * 8 + i * 4, irqs.get(i));
        }
    }

    private static void storeRanges(Memory memory, int address, List<Range> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            memory.putInt(address + i * 8, ranges.get(i).first());
            memory.putInt(address + i * 8 + 4, ranges.get(i).last());
        }
    }

    /// Reads an encoded structure; counts beyond [#RANGES_MAX] are cut to it.
    public static Privilege decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Privilege(
                in.getInt(0),
                in.getInt(4),
                in.getLong(8),
                in.getLong(16),
                new Endpoint(in.getInt(24)),
                ranges(in, 48, in.getInt(28)),
                ranges(in, 48 + RANGES_MAX * 8, in.getInt(32)),
                irqs(in, 48 + 2 * RANGES_MAX * 8, in.getInt(36)));
    }

    private static List<Range> ranges(ByteBuffer in, int at, int count) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < Math.min(count, RANGES_MAX); i++) {
            ranges.add(new Range(in.getInt(at + i * 8), in.getInt(at + i * 8 + 4)));
        }
        return ranges;
    }

    private static List<Integer> irqs(ByteBuffer in, int at, int count) {
        List<Integer> irqs = new ArrayList<>();
        for (int i = 0; i < Math.min(count, RANGES_MAX); i++) {
            irqs.add(in.getInt(at + i * 4));
        }
        return irqs;
    }
}
