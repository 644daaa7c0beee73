package ring3.syslib;

import static ring3.syslib.Errno.E2BIG;
import static ring3.syslib.Errno.EBADREQUEST;
import static ring3.syslib.Errno.EBUSY;
import static ring3.syslib.Errno.EFAULT;
import static ring3.syslib.Errno.EINVAL;
import static ring3.syslib.Errno.ELOOP;
import static ring3.syslib.Errno.ENOEXEC;
import static ring3.syslib.Errno.ENOMEM;
import static ring3.syslib.Errno.ENOSPC;
import static ring3.syslib.Errno.ENOTREADY;
import static ring3.syslib.Errno.EPERM;
import static ring3.syslib.Errno.ESRCH;

import java.util.List;

/// The kernel calls: the one table of them, from which the documentation is made (minix:
/// include/minix/com.h, kernel/system.c). The message type of a call is 0x600 plus its number, and
/// its bit in a call mask is the bit of that number.
///
/// The callers named are those that a system is usually configured with; what a process may really
/// call is in its mask. Besides the errors named, every call answers ECALLDENIED to a caller whose
/// mask does not hold it.
public enum SysCall {
    SYS_FORK(0, Group.PROCESS, "makes a free slot the copy of a process", "vm", EINVAL),
    SYS_EXEC(
            1,
            Group.PROCESS,
            "starts another program, or looks whether it could be started",
            "pm, rs, vfs",
            EINVAL,
            ENOEXEC,
            EFAULT),
    SYS_CLEAR(2, Group.PROCESS, "frees the slot of a process that has ended", "pm", EINVAL),
    SYS_EXIT(53, Group.PROCESS, "ends the calling service by SIGABRT", "any service"),
    SYS_PRIVCTL(
            4,
            Group.PROCESS,
            "changes what a process may do",
            "rs",
            EPERM,
            EINVAL,
            EFAULT,
            ENOSPC,
            EBUSY,
            ENOMEM),
    SYS_TRACE(
            5,
            Group.PROCESS,
            "stops a process, looks into it and changes its memory",
            "pm",
            EINVAL,
            EPERM,
            ESRCH,
            EFAULT),
    SYS_SETGRANT(
            34, Group.PROCESS, "tells where the caller's grants are", "any service", EINVAL, EPERM),
    SYS_RUNCTL(46, Group.PROCESS, "stops a process or lets it run", "pm", EINVAL, EBUSY),
    SYS_UPDATE(
            52,
            Group.PROCESS,
            "swaps two services, so that a new one takes the place of the old",
            "rs, vm",
            EINVAL,
            EPERM,
            EBUSY),
    SYS_STATECTL(
            55,
            Group.PROCESS,
            "tells about the caller's own state and filters what it receives",
            "any service",
            EINVAL,
            EPERM,
            EFAULT,
            ENOSPC),
    SYS_GETMCONTEXT(50, "a process has a Java stack, which no other process can read"),
    SYS_SETMCONTEXT(51, "a process has a Java stack, which no other process can write"),

    SYS_KILL(6, Group.SIGNAL, "raises a signal", "pm, vfs, tty, rs, vm", EINVAL, EPERM),
    SYS_GETKSIG(7, Group.SIGNAL, "fetches the signals of one process", "pm, rs"),
    SYS_ENDKSIG(8, Group.SIGNAL, "lets a signalled process go on", "pm, rs", EINVAL, EPERM),
    SYS_SIGSEND(9, Group.SIGNAL, "makes a process run its signal handler", "pm", EINVAL, EPERM),
    SYS_SIGRETURN(10, Group.SIGNAL, "lets it go on where the handler began", "pm", EINVAL, EPERM),

    SYS_MEMSET(13, Group.MEMORY, "fills memory with a byte", "vm, pm", EINVAL, EPERM, EFAULT),
    SYS_UMAP(
            14,
            Group.MEMORY,
            "tells the physical address of memory and opens it to the caller's devices",
            "drivers with DMA",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_VIRCOPY(
            15,
            Group.MEMORY,
            "copies between any two processes",
            "pm, vfs, tty, rs",
            EINVAL,
            EFAULT),
    SYS_PHYSCOPY(
            16,
            Group.MEMORY,
            "copies to or from physical memory",
            "vm, rs, memory, tty",
            EINVAL,
            EPERM,
            EFAULT),
    SYS_UMAP_REMOTE(17, "SYS_UMAP opens memory to the devices of the driver that asks"),
    SYS_VUMAP(18, "no driver here maps more than it can ask for by SYS_UMAP"),
    SYS_SAFECOPYFROM(
            31,
            Group.MEMORY,
            "copies from memory that was granted",
            "any service",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_SAFECOPYTO(
            32,
            Group.MEMORY,
            "copies into memory that was granted",
            "any service",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_VSAFECOPY(
            33,
            Group.MEMORY,
            "makes many copies from and into granted memory",
            "any service",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_SAFEMEMSET(
            56,
            Group.MEMORY,
            "fills granted memory with a byte",
            "any service",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_VMCTL(43, Group.MEMORY, "maps memory and settles page faults", "vm", EINVAL, ENOMEM, ESRCH),

    SYS_IRQCTL(
            19,
            Group.DEVICE,
            "hooks, opens and closes an interrupt line",
            "drivers",
            EINVAL,
            EPERM,
            ENOSPC),
    SYS_DEVIO(21, Group.DEVICE, "reads or writes one port", "drivers", EINVAL, EPERM),
    SYS_SDEVIO(
            22,
            Group.DEVICE,
            "moves a block between a port and memory",
            "drivers",
            EINVAL,
            EPERM,
            EFAULT,
            ENOTREADY,
            ELOOP),
    SYS_VDEVIO(
            23,
            Group.DEVICE,
            "reads or writes many ports, all or none",
            "drivers",
            EINVAL,
            EPERM,
            EFAULT,
            E2BIG),
    SYS_IOPENABLE(
            28, Group.DEVICE, "lets a process use port instructions itself", "tty, memory", EINVAL),
    SYS_READBIOS(35, "the emulated machine has no BIOS area"),
    SYS_PADCONF(57, "the original has it on ARM only; this machine has no pin multiplexer"),

    SYS_SETALARM(24, Group.CLOCK, "sets the caller's alarm", "any service", EINVAL, EPERM),
    SYS_TIMES(25, Group.CLOCK, "tells the time and the processor time used", "any service", EINVAL),
    SYS_STIME(39, Group.CLOCK, "sets the time at which the machine was started", "pm"),
    SYS_SETTIME(40, Group.CLOCK, "sets or adjusts the time of day", "pm", EINVAL),
    SYS_VTIMER(45, Group.CLOCK, "sets a timer on the processor time of a process", "pm", EINVAL),
    SYS_SCHEDULE(3, Group.CLOCK, "gives a process a queue and a quantum", "sched", EINVAL, EPERM),
    SYS_SCHEDCTL(54, Group.CLOCK, "takes over the scheduling of a process", "sched, rs", EINVAL),

    SYS_GETINFO(
            26, Group.SYSTEM, "copies a table of the kernel", "any service", EINVAL, E2BIG, EFAULT),
    SYS_ABORT(27, Group.SYSTEM, "stops the machine", "pm, tty"),
    SYS_SPROF(
            36,
            Group.SYSTEM,
            "samples which line of which process runs",
            "pm",
            EINVAL,
            EBUSY,
            EFAULT),
    SYS_DIAGCTL(
            44, Group.SYSTEM, "prints on the kernel's log", "any service", EINVAL, EPERM, EFAULT);

    /// What the calls are about, in the order of the book's table.
    public enum Group {
        PROCESS,
        SIGNAL,
        MEMORY,
        DEVICE,
        CLOCK,
        SYSTEM,
        /// Calls of the original that this kernel answers with EBADREQUEST.
        ABSENT
    }

    /// The mask that allows every call.
    public static final long ALL = ~0L;

    /// The calls every service may make unless its configuration says NONE.
    public static final long BASIC =
            SYS_EXIT.bit()
                    | SYS_SAFECOPYFROM.bit()
                    | SYS_SAFECOPYTO.bit()
                    | SYS_VSAFECOPY.bit()
                    | SYS_GETINFO.bit()
                    | SYS_TIMES.bit()
                    | SYS_SETALARM.bit()
                    | SYS_SETGRANT.bit()
                    | SYS_DIAGCTL.bit()
                    | SYS_STATECTL.bit()
                    | SYS_SAFEMEMSET.bit();

    private static final int BASE = 0x600;

    private final int number;
    private final Group group;
    private final String meaning;
    private final String callers;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so.
    private final List<Errno> errors;

    SysCall(int number, Group group, String meaning, String callers, Errno... errors) {
        this.number = number;
        this.group = group;
        this.meaning = meaning;
        this.callers = callers;
        this.errors = List.of(errors);
    }

    /// One that does not exist here, and why.
    SysCall(int number, String reason) {
        this(number, Group.ABSENT, reason, "", EBADREQUEST);
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

    /// What it is about.
    public Group group() {
        return group;
    }

    /// Whether this kernel has it.
    public boolean isImplemented() {
        return group != Group.ABSENT;
    }

    /// What it does, to follow its name; for one that is not implemented, why.
    public String meaning() {
        return meaning;
    }

    /// Who usually may call it.
    public String callers() {
        return callers;
    }

    /// The errors that it answers.
    public List<Errno> errors() {
        return errors;
    }
}
