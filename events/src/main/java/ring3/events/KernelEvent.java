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

    /// A message waits with its sender, which is blocked, or for `SENDA` with the kernel.
    record MessageQueued(
            long number,
            long nanos,
            Endpoint source,
            Endpoint destination,
            Trap trap,
            Message message)
            implements KernelEvent {}

    /// A message reached its receiver.
    record MessageDelivered(
            long number,
            long nanos,
            Endpoint source,
            Endpoint destination,
            Trap trap,
            Message message)
            implements KernelEvent {}

    /// A notification was noted for a process that does not wait for it now.
    record NotificationPending(long number, long nanos, Endpoint source, Endpoint destination)
            implements KernelEvent {}

    /// A process waits for a message from `source`.
    record ReceiverBlocked(long number, long nanos, Endpoint receiver, Endpoint source)
            implements KernelEvent {}

    /// A send, receive or notify was refused and changed nothing, or a wait for it was ended.
    record IpcRefused(
            long number,
            long nanos,
            Endpoint caller,
            Trap trap,
            Endpoint partner,
            Errno error,
            Rule rule)
            implements KernelEvent {}

    /// A kernel call was carried out, with this status.
    record KernelCalled(long number, long nanos, Endpoint caller, KernelRequest request, int status)
            implements KernelEvent {}

    /// A kernel call was refused and changed nothing.
    record KernelCallRefused(
            long number, long nanos, Endpoint caller, SysCall call, Errno error, Rule rule)
            implements KernelEvent {}

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
            implements KernelEvent {}

    /// A port access was refused; the device never saw it.
    record PortRefused(
            long number,
            long nanos,
            Endpoint caller,
            int port,
            boolean output,
            int value,
            Rule rule)
            implements KernelEvent {}

    /// An interrupt line was served.
    record InterruptServed(long number, long nanos, int line) implements KernelEvent {}

    /// The processor went from one process to another; NONE when it was, or is going to be, idle.
    record ContextSwitched(long number, long nanos, Endpoint from, Endpoint to)
            implements KernelEvent {}

    /// A process was put back because a more urgent one became ready.
    record Preempted(long number, long nanos, Endpoint process) implements KernelEvent {}

    /// A process used up its quantum.
    record QuantumExpired(long number, long nanos, Endpoint process, Endpoint scheduler)
            implements KernelEvent {}

    /// A process got a priority and quantum.
    record Scheduled(long number, long nanos, Endpoint process, int priority, int quantumMillis)
            implements KernelEvent {}

    /// The processor raised an exception in a process.
    ///
    /// @param signal what it becomes
    /// @param cause what happened, for people: the exception's name, an address
    /// @param place the source line `File.java:12`, or empty
    record ExceptionRaised(
            long number, long nanos, Endpoint process, int signal, String cause, String place)
            implements KernelEvent {}

    /// A signal was raised on a process and its manager is told.
    record SignalRaised(long number, long nanos, Endpoint process, int signal, Endpoint manager)
            implements KernelEvent {}

    /// A process came into being as the copy of another, or with the boot image (parent NONE).
    record ProcessBorn(long number, long nanos, Endpoint process, Endpoint parent, String name)
            implements KernelEvent {}

    /// A process runs another program now.
    record ProgramStarted(long number, long nanos, Endpoint process, String name, ProcessKind kind)
            implements KernelEvent {}

    /// A process is gone and its slot free.
    record ProcessDied(long number, long nanos, Endpoint process, String name)
            implements KernelEvent {}

    /// The privileges of a process changed; request is that of SYS_PRIVCTL.
    record PrivilegesChanged(long number, long nanos, Endpoint process, int request)
            implements KernelEvent {}

    /// Bytes moved through a grant.
    record GrantUsed(
            long number,
            long nanos,
            Endpoint granter,
            Endpoint grantee,
            int grant,
            int bytes,
            boolean write)
            implements KernelEvent {}

    /// A grant did not allow what was asked.
    record GrantRefused(
            long number,
            long nanos,
            Endpoint granter,
            Endpoint grantee,
            int grant,
            Errno error,
            Rule rule)
            implements KernelEvent {}

    /// A device wanted to reach memory that was not opened to it, and did not.
    ///
    /// @param source HARDWARE
    /// @param device which one
    /// @param address the physical address
    record DmaRefused(
            long number, long nanos, Endpoint source, String device, int address, boolean write)
            implements KernelEvent {}

    /// The alarm of a process went off.
    record AlarmExpired(long number, long nanos, Endpoint process) implements KernelEvent {}

    /// A process printed a line on the kernel's log.
    record Printed(long number, long nanos, Endpoint process, String text) implements KernelEvent {}

    /// The machine was stopped in good order.
    record Halted(long number, long nanos, Endpoint process, int how, int status)
            implements KernelEvent {}

    /// The kernel cannot go on.
    record Panicked(long number, long nanos, Endpoint culprit, String reason)
            implements KernelEvent {}
}
