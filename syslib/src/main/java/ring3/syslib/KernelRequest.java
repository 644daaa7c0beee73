package ring3.syslib;

/// What a process may ask of the kernel, one record a call (minix: kernel/system.c and
/// kernel/system/*.c). An endpoint may be SELF where it names whose memory is meant.
public sealed interface KernelRequest extends Message {
    /// Which call this is.
    SysCall sysCall();

    @Override
    default int type() {
        return sysCall().type();
    }

    @Override
    default String typeName() {
        return sysCall().name();
    }

    /// Makes the process in `slot` a copy of `parent`. It has no memory until the caller has mapped
    /// some; it waits for that when `flags` hold INHIBIT, for a quantum, and for privileges when
    /// its parent is a service. Answered by [KernelReply.ForkReply]. Errors: EINVAL for a parent
    /// that waits for no message or a slot in use.
    record Fork(Endpoint parent, int slot, int flags) implements KernelRequest {
        /// The child cannot run before SYS_VMCTL with INHIBIT_CLEAR.
        public static final int INHIBIT = 1;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_FORK;
        }
    }

    /// Looks into `target` and changes it; `request` is one of the constants (minix:
    /// kernel/system/do_trace.c). Answered by [KernelReply.ValueReply]. Errors: EINVAL, EPERM for a
    /// kernel task, ESRCH, EFAULT, EINVAL for one that is not stopped.
    ///
    /// @param address where in its memory; for GET_USER which number: 0 flags, 1 priority, 2
    ///   processor time, 3 line of its text
    /// @param data what SET stores
    record Trace(int request, Endpoint target, int address, long data) implements KernelRequest {
        /// Stops the process.
        public static final int STOP = -1;

        /// Reads 64 bits of its memory.
        public static final int GET_DATA = 2;

        /// Reads a number that the kernel keeps of it.
        public static final int GET_USER = 3;

        /// Writes 64 bits of its memory.
        public static final int SET_DATA = 5;

        /// Lets it run.
        public static final int RESUME = 7;

        /// Lets it run until it has entered the kernel once.
        public static final int STEP = 9;

        /// As [#STEP]: a process is seen where it enters the kernel, and nowhere else.
        public static final int SYSCALL = 10;

        /// Reads one byte of its memory.
        public static final int READ_BYTE = 17;

        /// Writes one byte of its memory.
        public static final int WRITE_BYTE = 18;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_TRACE;
        }
    }

    /// Swaps two services: each has the slot, endpoint and privileges of the other from now on, so
    /// that whoever knows `source` reaches the program of `target`. Both must be stopped or wait.
    /// Errors: EINVAL for an endpoint, EPERM unless both are services, EBUSY for one that sends or
    /// is looked at by vm.
    ///
    /// @param flags 0, or ROLLBACK to swap back what did not work
    record Update(Endpoint source, Endpoint target, int flags) implements KernelRequest {
        public static final int ROLLBACK = 1;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_UPDATE;
        }
    }

    /// About the caller itself; `request` is one of the constants. A filter is a list of elements
    /// of [#FILTER_BYTES]: flags (1 the source counts, 2 the type counts), source, type; the
    /// sources ANY_USR, ANY_SYS and ANY_TSK stand for all processes of a kind. Errors: EINVAL,
    /// EPERM, EFAULT, ENOSPC when it has too many filters.
    record Statectl(int request, int address, int bytes) implements KernelRequest {
        /// Wakes all who wait for the caller, with EDEADSRCDST.
        public static final int CLEAR_IPC_REFS = 1;

        /// Tells where the caller keeps its state for a live update.
        public static final int SET_STATE_TABLE = 2;

        /// What an element names is not received any more.
        public static final int ADD_BLACKLIST = 3;

        /// Only what an element names is received from now on.
        public static final int ADD_WHITELIST = 4;

        /// Everything is received again.
        public static final int CLEAR_FILTERS = 5;

        public static final int FILTER_BYTES = 12;
        public static final int FILTER_SOURCE = 1;
        public static final int FILTER_TYPE = 2;
        public static final Endpoint ANY_USR = new Endpoint(31_741);
        public static final Endpoint ANY_SYS = new Endpoint(31_740);
        public static final Endpoint ANY_TSK = new Endpoint(31_739);

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_STATECTL;
        }
    }

    /// Starts the executable that lies at `image` in the memory of `target`, which leaves whatever
    /// it waited for. Errors: EINVAL for the target, ENOEXEC for the image, EFAULT. With
    /// `nameBytes` 0 the image is only looked at, and may lie in memory of SELF.
    ///
    /// @param frame where the arguments lie in the memory of `target`; behind them the heap begins
    /// @param name where the caller keeps the name that the process shall have
    record Exec(
            Endpoint target,
            int image,
            int imageBytes,
            int frame,
            int frameBytes,
            int name,
            int nameBytes)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_EXEC;
        }
    }

    /// Frees the slot of a process that has ended: its memory, interrupt hooks, alarm, privileges
    /// and everything others hold of it.
    record Clear(Endpoint target) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_CLEAR;
        }
    }

    /// Ends the calling service as if it had received SIGABRT; this call never returns.
    record Exit() implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_EXIT;
        }
    }

    /// Changes the privileges of `target`; `request` is one of the constants of [Privilege]. For
    /// SET_SYS, `address` is where the caller keeps an encoded [Privilege].
    record Privctl(Endpoint target, int request, int address) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_PRIVCTL;
        }
    }

    /// Raises `signal` on `target` by way of its signal manager.
    record Kill(Endpoint target, int signal) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_KILL;
        }
    }

    /// Fetches one process that was signalled and that the caller is the signal manager of.
    /// Answered by [KernelReply.SignalReply], with NONE when there is no more.
    record Getksig() implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_GETKSIG;
        }
    }

    /// The signals that GETKSIG gave for `target` are dealt with; it may go on.
    record Endksig(Endpoint target) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_ENDKSIG;
        }
    }

    /// Makes `target` run its handler for `signal` before it goes on. Errors: EINVAL, EPERM unless
    /// the caller manages its signals.
    ///
    /// @param handler which of its handlers, as it told its signal manager
    /// @param mask the signals that it had blocked before, which the handler gives back at its end
    record Sigsend(Endpoint target, int signal, int handler, long mask) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SIGSEND;
        }
    }

    /// The handler of `target` has ended; it goes on where it was interrupted and needs no reply.
    /// Errors: EINVAL for one that runs no handler, EPERM unless the caller manages its signals.
    record Sigreturn(Endpoint target) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SIGRETURN;
        }
    }

    /// Fills `bytes` of `owner`, or of physical memory for NONE, with the low 8 bits of `pattern`.
    record Memset(Endpoint owner, int address, int bytes, int pattern) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_MEMSET;
        }
    }

    /// Asks where memory of the caller lies in physical memory, so that a device can reach it. The
    /// frames are opened to DMA by the devices whose ports the caller may use, until it ends or the
    /// memory is mapped elsewhere. Answered by [KernelReply.ValueReply]: the physical address.
    /// EFAULT when the memory is not in one piece.
    ///
    /// @param kind VIRTUAL for the caller's own memory, GRANT for that of a grant of `owner`
    /// @param addressOrGrant where, or which grant
    /// @param offset where in the grant
    /// @param write whether the device shall write there too
    record Umap(Endpoint owner, int kind, int addressOrGrant, int offset, int bytes, boolean write)
            implements KernelRequest {
        public static final int VIRTUAL = 0;
        public static final int GRANT = 1;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_UMAP;
        }
    }

    /// Copies between the memories of two processes, without any grant.
    record Vircopy(
            Endpoint source, int sourceAddress, Endpoint target, int targetAddress, int bytes)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VIRCOPY;
        }
    }

    /// As VIRCOPY, but NONE as an endpoint means physical memory, and every such range must be in
    /// the caller's privileges.
    record Physcopy(
            Endpoint source, int sourceAddress, Endpoint target, int targetAddress, int bytes)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_PHYSCOPY;
        }
    }

    /// Hooks an interrupt line or opens and closes it. `request` is one of the constants.
    ///
    /// @param line the interrupt line 0 to 15 (SET_POLICY)
    /// @param policy REENABLE or 0 (SET_POLICY)
    /// @param hook for SET_POLICY the notify id 0 to 31 whose bit the driver will see; else the
    ///   hook that SET_POLICY answered with, in a [KernelReply.ValueReply]
    record Irqctl(int request, int line, int policy, int hook) implements KernelRequest {
        public static final int SET_POLICY = 1;
        public static final int REMOVE_POLICY = 2;
        public static final int ENABLE = 3;
        public static final int DISABLE = 4;

        /// The kernel opens the line again right after it has notified the driver.
        public static final int REENABLE = 1;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_IRQCTL;
        }
    }

    /// One access to a port. An input is answered by [KernelReply.ValueReply].
    ///
    /// @param request a direction and a width, see [PortIo]
    record Devio(int request, int port, int value) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_DEVIO;
        }
    }

    /// Moves many bytes between one port and memory. With [PortIo#SAFE] the memory is a grant of
    /// `owner`, else the caller's own.
    ///
    /// @param count bytes to move
    /// @param offset where to begin in the grant
    record Sdevio(int request, int port, Endpoint owner, int addressOrGrant, int count, int offset)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SDEVIO;
        }
    }

    /// Many accesses, one after another, from a vector of (port, value) pairs in the caller's
    /// memory; an input stores the value in its pair. All or nothing: one port that the caller does
    /// not own, and none is touched. The encoding is that of [PortIo].
    record Vdevio(int request, int address, int pairs) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VDEVIO;
        }
    }

    /// Sets the caller's one alarm; a notification from CLOCK tells when it goes off. Answered by
    /// [KernelReply.AlarmReply].
    ///
    /// @param ticks clock ticks, since boot when `absolute`, else from now; 0 from now cancels
    record Setalarm(long ticks, boolean absolute) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SETALARM;
        }
    }

    /// Asks for the time; answered by [KernelReply.TimesReply].
    record Times(Endpoint target) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_TIMES;
        }
    }

    /// Sets the time, in seconds since 1970, at which the machine was started.
    record Stime(long bootSeconds) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_STIME;
        }
    }

    /// Sets the time of day, at once or (`now` false) little by little, by moving the time at which
    /// the machine was started. Errors: EINVAL for a clock that is not REALTIME or a bad fraction.
    record Settime(boolean now, int clock, long seconds, long nanos) implements KernelRequest {
        public static final int REALTIME = 0;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SETTIME;
        }
    }

    /// Asks for a timer on the processor time of `target`, and with `set` starts it anew: after
    /// `ticks` of its own running SIGVTALRM (VIRTUAL) or SIGPROF (PROFILE) is raised; 0 stops it.
    /// Answered by [KernelReply.ValueReply]: the ticks that were left, 0 when it did not run.
    record Vtimer(int which, boolean set, long ticks, Endpoint target) implements KernelRequest {
        public static final int VIRTUAL = 1;
        public static final int PROFILE = 2;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VTIMER;
        }
    }

    /// Lets a process, or with NONE the caller, use the port instructions of the processor itself:
    /// the ports of its privileges then need no kernel call.
    record Iopenable(Endpoint target) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_IOPENABLE;
        }
    }

    /// Statistical profiling: at every clock tick a sample of [#SAMPLE_BYTES] is stored in the
    /// caller's memory from `address` on until `bytes` are full: endpoint, line, name of the source
    /// file. START begins, STOP ends and is answered by [KernelReply.ValueReply]: the samples
    /// taken.
    record Sprof(int action, int address, int bytes) implements KernelRequest {
        public static final int START = 0;
        public static final int STOP = 1;
        public static final int SAMPLE_BYTES = 40;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SPROF;
        }
    }

    /// Sets the function of a pin of the processor: always EBADREQUEST, since this machine, like
    /// the original's on x86, has no pins to choose from.
    record Padconf(int pad, int mask, int value) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_PADCONF;
        }
    }

    /// Copies a table of the kernel to `address`; `what` is one of the constants of [Info].
    /// Answered by a value: the bytes copied, or for [Info#WHOAMI] nothing is copied and it is the
    /// endpoint.
    record Getinfo(int what, int address, int bytes) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_GETINFO;
        }
    }

    /// Stops the machine.
    ///
    /// @param how one of the constants
    /// @param status what whoever started the machine is told; an addition of Ring3
    record Abort(int how, int status) implements KernelRequest {
        public static final int HALT = 0;
        public static final int REBOOT = 1;
        public static final int PANIC = 2;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_ABORT;
        }
    }

    /// What the two copies by a grant have in common.
    sealed interface Safecopy extends KernelRequest {
        /// Who made the grant.
        Endpoint granter();

        /// Its id.
        int grant();

        /// Where in the granted memory the copy begins.
        int offset();

        /// Where in the caller's memory it begins.
        int address();

        /// How much is copied.
        int bytes();
    }

    /// Copies from a grant of `granter` to the caller's own memory.
    record Safecopyfrom(Endpoint granter, int grant, int offset, int address, int bytes)
            implements Safecopy {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SAFECOPYFROM;
        }
    }

    /// Copies from the caller's own memory into a grant of `granter`.
    record Safecopyto(Endpoint granter, int grant, int offset, int address, int bytes)
            implements Safecopy {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SAFECOPYTO;
        }
    }

    /// Many copies by grants, one after another, until one fails. Each element of [#ELEMENT_BYTES]
    /// lies in the caller's memory: source, target (one of them SELF), grant, offset in the grant,
    /// address in the caller's memory, bytes.
    record Vsafecopy(int address, int elements) implements KernelRequest {
        public static final int ELEMENT_BYTES = 24;

        /// The most elements in one call (minix: SCPVEC_NR).
        public static final int ELEMENTS_MAX = 64;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VSAFECOPY;
        }
    }

    /// Fills `bytes` of a grant of `granter` with the low 8 bits of `pattern`.
    record Safememset(Endpoint granter, int grant, int offset, int bytes, int pattern)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SAFEMEMSET;
        }
    }

    /// Tells the kernel where in its memory the caller keeps its grants.
    record Setgrant(int address, int entries) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SETGRANT;
        }
    }

    /// Controls the memory of `target`; `request` is one of the constants (minix:
    /// kernel/system/do_vmctl.c; MAP and UNMAP do what vm of the original does by writing page
    /// tables). Errors: EINVAL, ESRCH for MEMORY_GET when nobody waits.
    ///
    /// @param address where the pages begin in its memory, a multiple of 4,096
    /// @param frame the physical frame of the first page; those of the next ones follow it
    /// @param pages how many
    /// @param value for MAP 1 when the memory may be written; for MEMORY_REPLY the result
    record Vmctl(Endpoint target, int request, int address, int frame, int pages, int value)
            implements KernelRequest {
        /// The process repeats the instruction that faulted.
        public static final int CLEAR_PAGE_FAULT = 12;

        /// Asks for a kernel call that waits for memory; answered by [KernelReply.MemoryReply].
        public static final int MEMORY_GET = 14;

        /// The kernel call of `target` is made again, or fails with EFAULT when `value` is not 0.
        public static final int MEMORY_REPLY = 15;

        /// The process cannot run while its memory is being changed.
        public static final int INHIBIT_SET = 30;

        /// It can.
        public static final int INHIBIT_CLEAR = 31;

        /// A process of the boot image may run, its memory is known to vm.
        public static final int BOOT_INHIBIT_CLEAR = 33;

        /// Puts frames behind pages; what was there before is not any more.
        public static final int MAP = 40;

        /// Takes pages away; `address` 0 takes all.
        public static final int UNMAP = 41;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VMCTL;
        }
    }

    /// About the kernel's log; `code` is one of the constants. `target` counts for STACK_TRACE
    /// only.
    record Diagctl(int code, int address, int bytes, Endpoint target) implements KernelRequest {
        /// Prints text of the caller.
        public static final int PRINT = 1;

        /// Prints at which line `target` is.
        public static final int STACK_TRACE = 2;

        /// The caller gets SIGKMESS whenever something is printed.
        public static final int REGISTER = 3;

        /// Not any more.
        public static final int UNREGISTER = 4;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_DIAGCTL;
        }
    }

    /// Stops `target` or lets it run again. With `delay` one that sends is not stopped but has
    /// SIGSNDELAY raised when it has sent, and the answer is EBUSY.
    record Runctl(Endpoint target, boolean stop, boolean delay) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_RUNCTL;
        }
    }

    /// Gives a process, whose scheduler the caller is, a priority and a fresh quantum.
    ///
    /// @param priority queue 0 (highest) to 15, or -1 to keep it
    /// @param quantumMillis at least 1, or -1 to keep it
    record Schedule(Endpoint target, int priority, int quantumMillis) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SCHEDULE;
        }
    }

    /// Makes the caller the scheduler of `target`, or the kernel when `byKernel`; the priority and
    /// quantum count for the latter only.
    record Schedctl(Endpoint target, boolean byKernel, int priority, int quantumMillis)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SCHEDCTL;
        }
    }
}
