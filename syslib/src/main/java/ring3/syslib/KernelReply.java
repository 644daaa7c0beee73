package ring3.syslib;

/// What a kernel call answers. The status is zero or more, or a negative error number; the other
/// fields count only when it is not negative.
public sealed interface KernelReply extends Message {
    /// The answer to a call that failed.
    static KernelReply of(Errno error) {
        return error == Errno.OK ? Status.OK : new Status(error.status());
    }

    /// Zero or more, or a negative error number.
    int status();

    @Override
    default int type() {
        return status();
    }

    /// Whether the call failed.
    default boolean failed() {
        return status() < 0;
    }

    /// Success, or an error.
    record Status(int status) implements KernelReply {
        /// Success without more to tell.
        public static final KernelReply OK = new Status(0);
    }

    /// One number: what a port held, a hook, a count of bytes.
    record ValueReply(long value) implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }

    /// The endpoint of a new process.
    record ForkReply(Endpoint child) implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }

    /// A signalled process and its signals, one bit each; NONE when there is none.
    record SignalReply(Endpoint target, long signals) implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }

    /// How many ticks the former alarm had left, -1 if there was none, and the uptime.
    record AlarmReply(long ticksLeft, long uptimeTicks) implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }

    /// A kernel call of `caller` that waits until `bytes` from `address` on in the memory of
    /// `owner` are there, for writing or reading.
    record MemoryReply(Endpoint caller, Endpoint owner, int address, int bytes, boolean write)
            implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }

    /// Clock ticks since boot, the processor time of the process that was asked about, and when the
    /// machine was started in seconds since 1970.
    record TimesReply(long uptimeTicks, long nanos, long cpuNanos, long bootSeconds)
            implements KernelReply {
        @Override
        public int status() {
            return 0;
        }
    }
}
