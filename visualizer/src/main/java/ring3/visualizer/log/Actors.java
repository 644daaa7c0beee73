package ring3.visualizer.log;

import ring3.events.KernelEvent;
import ring3.events.KernelEvent.AlarmExpired;
import ring3.events.KernelEvent.ContextSwitched;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.GrantRefused;
import ring3.events.KernelEvent.GrantUsed;
import ring3.events.KernelEvent.Halted;
import ring3.events.KernelEvent.InterruptServed;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.MessageQueued;
import ring3.events.KernelEvent.NotificationPending;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.PortAccessed;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.KernelEvent.Preempted;
import ring3.events.KernelEvent.Printed;
import ring3.events.KernelEvent.PrivilegesChanged;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramRefused;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.QuantumExpired;
import ring3.events.KernelEvent.ReceiverBlocked;
import ring3.events.KernelEvent.Scheduled;
import ring3.events.KernelEvent.SignalRaised;
import ring3.syslib.Endpoint;

/// Says which process an event is about.
final class Actors {
    private Actors() {}

    static Endpoint of(KernelEvent event) {
        return switch (event) {
            case MessageQueued e -> e.source();
            case MessageDelivered e -> e.source();
            case NotificationPending e -> e.source();
            case ReceiverBlocked e -> e.receiver();
            case IpcRefused e -> e.caller();
            case KernelCalled e -> e.caller();
            case KernelCallRefused e -> e.caller();
            case PortAccessed e -> e.caller();
            case PortRefused e -> e.caller();
            case InterruptServed _ -> Endpoint.HARDWARE;
            case ContextSwitched e -> e.to();
            case Preempted e -> e.process();
            case QuantumExpired e -> e.process();
            case Scheduled e -> e.process();
            case ExceptionRaised e -> e.process();
            case SignalRaised e -> e.process();
            case ProcessBorn e -> e.process();
            case ProgramRefused e -> e.process();
            case ProgramStarted e -> e.process();
            case ProcessDied e -> e.process();
            case PrivilegesChanged e -> e.process();
            case GrantUsed e -> e.grantee();
            case GrantRefused e -> e.grantee();
            case DmaRefused e -> e.source();
            case AlarmExpired e -> e.process();
            case Printed e -> e.process();
            case Halted e -> e.process();
            case Panicked e -> e.culprit();
        };
    }
}
