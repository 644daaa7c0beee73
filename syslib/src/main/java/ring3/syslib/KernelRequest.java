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

    /// Makes the process in `slot` a copy of `parent`; its memory is shared until one of them
    /// writes. The child waits for a quantum, and for privileges when its parent is a service.
    /// Answered by [KernelReply.ForkReply]. Errors: EINVAL for a parent that waits for no message
    /// or a slot in use, ENOMEM.
    record Fork(Endpoint parent, int slot) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_FORK;
        }
    }

    /// Starts the executable that lies at `image` in the memory of `target`, which leaves whatever
    /// it waited for. Errors: EINVAL for the target, ENOEXEC for the image, EFAULT.
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

    /// Copies between the memories of two processes, without any grant.
    record Vircopy(
            Endpoint source, int sourceAddress, Endpoint target, int targetAddress, int bytes)
            implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VIRCOPY;
        }
    }

    /// As VIRCOPY, but NONE as an endpoint means physical memory, and the range must be in the
    /// caller's privileges.
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

    /// Tells the kernel where in its memory the caller keeps its grants.
    record Setgrant(int address, int entries) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_SETGRANT;
        }
    }

    /// Controls the memory of `target`: with NEW_MEMORY it loses all it has and gets `bytes` of
    /// zeros from address 0x1000 on; with RESIZE its end moves so that it has `bytes`. Errors:
    /// ENOMEM, EINVAL.
    record Vmctl(Endpoint target, int request, int bytes) implements KernelRequest {
        public static final int NEW_MEMORY = 1;
        public static final int RESIZE = 2;

        @Override
        public SysCall sysCall() {
            return SysCall.SYS_VMCTL;
        }
    }

    /// Prints text of the caller on the kernel's log.
    record Diagctl(int address, int bytes) implements KernelRequest {
        @Override
        public SysCall sysCall() {
            return SysCall.SYS_DIAGCTL;
        }
    }

    /// Stops `target` or lets it run again.
    record Runctl(Endpoint target, boolean stop) implements KernelRequest {
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
