package ring3.events;

import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// Everything an observer can learn from the kernel. The records are the vocabulary of the lab: a
/// new one breaks the build of every consumer until each has decided what to do with it.
public sealed interface KernelEvent {
    /// Counts from 1 without gaps.
    long number();

    /// Virtual time in nanoseconds since power-on.
    long nanos();

    /// Takes all that it tells, but its number, into the hash of its trace. Enums enter by their
    /// names or numbers, since their own hash codes differ from one JVM to the next.
    void addTo(TraceHash hash);

    /// A message waits with its sender, which is blocked, or for `SENDA` with the kernel.
    record MessageQueued(
            long number,
            long nanos,
            Endpoint source,
            Endpoint destination,
            Trap trap,
            Message message)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.message(1, source, destination, trap.number(), message);
        }
    }

    /// A message reached its receiver.
    record MessageDelivered(
            long number,
            long nanos,
            Endpoint source,
            Endpoint destination,
            Trap trap,
            Message message)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.message(2, source, destination, trap.number(), message);
        }
    }

    /// A notification was noted for a process that does not wait for it now.
    record NotificationPending(long number, long nanos, Endpoint source, Endpoint destination)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(3, source, destination.value());
        }
    }

    /// A process waits for a message from `source`.
    record ReceiverBlocked(long number, long nanos, Endpoint receiver, Endpoint source)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(4, receiver, source.value());
        }
    }

    /// A send, receive or notify was refused and changed nothing, or a wait for it was ended.
    record IpcRefused(
            long number,
            long nanos,
            Endpoint caller,
            Trap trap,
            Endpoint partner,
            Errno error,
            Rule rule)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(5, caller, trap.number());
            hash.mix(partner.value(), error.number(), rule.name().hashCode());
        }
    }

    /// A kernel call was carried out, with this status.
    record KernelCalled(long number, long nanos, Endpoint caller, KernelRequest request, int status)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.message(6, caller, caller, status, request);
        }
    }

    /// A kernel call was refused and changed nothing.
    record KernelCallRefused(
            long number, long nanos, Endpoint caller, SysCall call, Errno error, Rule rule)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(7, caller, call.number());
            hash.mix(0, error.number(), rule.name().hashCode());
        }
    }

    /// A port was read or written for a process. For a string of accesses to one port `count` is
    /// how many there were, and `value` is the last one.
    record PortAccessed(
            long number,
            long nanos,
            Endpoint caller,
            int port,
            int width,
            boolean output,
            int value,
            int count)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(8, caller, port);
            hash.mix(value, count, output ? width : -width);
        }
    }

    /// A port access was refused; the device never saw it.
    record PortRefused(
            long number,
            long nanos,
            Endpoint caller,
            int port,
            boolean output,
            int value,
            Rule rule)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(9, caller, port);
            hash.mix(value, output ? 1 : 0, rule.name().hashCode());
        }
    }

    /// An interrupt line was served.
    record InterruptServed(long number, long nanos, int line) implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(10, Endpoint.HARDWARE, line);
        }
    }

    /// The processor went from one process to another; NONE when it was, or is going to be, idle.
    record ContextSwitched(long number, long nanos, Endpoint from, Endpoint to)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(11, from, to.value());
        }
    }

    /// A process was put back because a more urgent one became ready.
    record Preempted(long number, long nanos, Endpoint process) implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(12, process, 0);
        }
    }

    /// A process used up its quantum.
    record QuantumExpired(long number, long nanos, Endpoint process, Endpoint scheduler)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(13, process, scheduler.value());
        }
    }

    /// A process got a priority and quantum.
    record Scheduled(long number, long nanos, Endpoint process, int priority, int quantumMillis)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(14, process, priority);
            hash.mix(quantumMillis);
        }
    }

    /// The processor raised an exception in a process.
    ///
    /// @param signal what it becomes
    /// @param cause what happened, for people: the exception's name, an address
    /// @param place the source line `File.java:12`, or empty
    record ExceptionRaised(
            long number, long nanos, Endpoint process, int signal, String cause, String place)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(15, process, signal);
            hash.mix(cause.hashCode(), place.hashCode(), 0);
        }
    }

    /// A signal was raised on a process and its manager is told.
    record SignalRaised(long number, long nanos, Endpoint process, int signal, Endpoint manager)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(16, process, signal);
            hash.mix(manager.value());
        }
    }

    /// A process came into being as the copy of another, or with the boot image (parent NONE).
    record ProcessBorn(long number, long nanos, Endpoint process, Endpoint parent, String name)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(17, process, parent.value());
            hash.mix(name.hashCode());
        }
    }

    /// An executable was not started in a process: the loader refused it.
    ///
    /// @param reason a sentence that names the class, the method and the rule that was broken
    record ProgramRefused(long number, long nanos, Endpoint process, String reason)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(28, process, reason.hashCode());
        }
    }

    /// A process runs another program now.
    record ProgramStarted(long number, long nanos, Endpoint process, String name, ProcessKind kind)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(18, process, kind.name().hashCode());
            hash.mix(name.hashCode());
        }
    }

    /// A process is gone and its slot free.
    record ProcessDied(long number, long nanos, Endpoint process, String name)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(19, process, name.hashCode());
        }
    }

    /// The privileges of a process changed; request is that of SYS_PRIVCTL.
    record PrivilegesChanged(long number, long nanos, Endpoint process, int request)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(20, process, request);
        }
    }

    /// Bytes moved through a grant.
    record GrantUsed(
            long number,
            long nanos,
            Endpoint granter,
            Endpoint grantee,
            int grant,
            int bytes,
            boolean write)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(21, granter, grantee.value());
            hash.mix(grant, bytes, write ? 1 : 0);
        }
    }

    /// A grant did not allow what was asked.
    record GrantRefused(
            long number,
            long nanos,
            Endpoint granter,
            Endpoint grantee,
            int grant,
            Errno error,
            Rule rule)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(22, granter, grantee.value());
            hash.mix(grant, error.number(), rule.name().hashCode());
        }
    }

    /// A device wanted to reach memory that was not opened to it, and did not.
    ///
    /// @param source HARDWARE
    /// @param device which one
    /// @param address the physical address
    record DmaRefused(
            long number, long nanos, Endpoint source, String device, int address, boolean write)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(27, source, address);
            hash.mix(device.hashCode(), write ? 1 : 0, 0);
        }
    }

    /// The alarm of a process went off.
    record AlarmExpired(long number, long nanos, Endpoint process) implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(23, process, 0);
        }
    }

    /// A process printed a line on the kernel's log.
    record Printed(long number, long nanos, Endpoint process, String text) implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(24, process, text.hashCode());
        }
    }

    /// The machine was stopped in good order.
    record Halted(long number, long nanos, Endpoint process, int how, int status)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(25, process, how);
            hash.mix(status);
        }
    }

    /// The kernel cannot go on.
    record Panicked(long number, long nanos, Endpoint culprit, String reason)
            implements KernelEvent {
        @Override
        public void addTo(TraceHash hash) {
            hash.time(nanos);
            hash.mix(26, culprit, reason.hashCode());
        }
    }
}
