package ring3.events;

import ring3.events.KernelEvent.*;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// The rolling hash of a trace: equal for equal runs, on every machine. Enums enter by their place,
/// since their own hash codes differ from one JVM to the next; records of numbers by their hash
/// code, which a test holds to its formula.
public final class TraceHash {
    private long hash = 0xcbf29ce484222325L;

    /// The hash of all events so far.
    public long value() {
        return hash;
    }

    /// Takes in the next event.
    public void add(KernelEvent event) {
        mix(event.nanos());
        switch (event) {
            case MessageQueued e ->
                    message(1, e.source(), e.destination(), e.trap().number(), e.message());
            case MessageDelivered e ->
                    message(2, e.source(), e.destination(), e.trap().number(), e.message());
            case NotificationPending e -> mix(3, e.source(), e.destination().value());
            case ReceiverBlocked e -> mix(4, e.receiver(), e.source().value());
            case IpcRefused e -> {
                mix(5, e.caller(), e.trap().number());
                mix(e.partner().value(), e.error().number(), e.rule().name().hashCode());
            }
            case KernelCalled e -> message(6, e.caller(), e.caller(), e.status(), e.request());
            case KernelCallRefused e -> {
                mix(7, e.caller(), e.call().number());
                mix(0, e.error().number(), e.rule().name().hashCode());
            }
            case PortAccessed e -> {
                mix(8, e.caller(), e.port());
                mix(e.value(), e.count(), e.output() ? e.width() : -e.width());
            }
            case PortRefused e -> {
                mix(9, e.caller(), e.port());
                mix(e.value(), e.output() ? 1 : 0, e.rule().name().hashCode());
            }
            case InterruptServed e -> mix(10, Endpoint.HARDWARE, e.line());
            case ContextSwitched e -> mix(11, e.from(), e.to().value());
            case Preempted e -> mix(12, e.process(), 0);
            case QuantumExpired e -> mix(13, e.process(), e.scheduler().value());
            case Scheduled e -> {
                mix(14, e.process(), e.priority());
                mix(e.quantumMillis());
            }
            case ExceptionRaised e -> {
                mix(15, e.process(), e.signal());
                mix(e.cause().hashCode(), e.place().hashCode(), 0);
            }
            case SignalRaised e -> {
                mix(16, e.process(), e.signal());
                mix(e.manager().value());
            }
            case ProcessBorn e -> {
                mix(17, e.process(), e.parent().value());
                mix(e.name().hashCode());
            }
            case ProgramStarted e -> {
                mix(18, e.process(), e.kind().name().hashCode());
                mix(e.name().hashCode());
            }
            case ProcessDied e -> mix(19, e.process(), e.name().hashCode());
            case PrivilegesChanged e -> mix(20, e.process(), e.request());
            case GrantUsed e -> {
                mix(21, e.granter(), e.grantee().value());
                mix(e.grant(), e.bytes(), e.write() ? 1 : 0);
            }
            case GrantRefused e -> {
                mix(22, e.granter(), e.grantee().value());
                mix(e.grant(), e.error().number(), e.rule().name().hashCode());
            }
            case DmaRefused e -> {
                mix(27, e.source(), e.address());
                mix(e.device().hashCode(), e.write() ? 1 : 0, 0);
            }
            case AlarmExpired e -> mix(23, e.process(), 0);
            case Printed e -> mix(24, e.process(), e.text().hashCode());
            case Halted e -> {
                mix(25, e.process(), e.how());
                mix(e.status());
            }
            case Panicked e -> mix(26, e.culprit(), e.reason().hashCode());
        }
    }

    private void message(int kind, Endpoint from, Endpoint to, int number, Message message) {
        mix(pair(kind, from.value()), pair(to.value(), number), pair(message.type(), message.hashCode()));
    }

    private void mix(int kind, Endpoint process, int value) {
        mix(pair(kind, process.value()), value, 0);
    }

    private void mix(int a, int b, int c) {
        mix(pair(a, b), c, 0);
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    private void mix(long value) {
        mix(value, 0, 0);
    }

    /// One step of a multiplicative hash with a final shift, so that high bits come down again. The
    /// products of the three do not wait for each other, nor for the step before.
    private void mix(long a, long b, long c) {
        long product = a * 0x9e3779b97f4a7c15L ^ Long.rotateLeft(b * 0xc2b2ae3d27d4eb4fL, 23) ^ Long.rotateLeft(c * 0x165667b19e3779f9L, 41);
        long mixed = (hash ^ product) * 0xff51afd7ed558ccdL;
        hash = mixed ^ mixed >>> 29;
    }
}
