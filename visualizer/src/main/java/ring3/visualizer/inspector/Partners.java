package ring3.visualizer.inspector;

import ring3.events.KernelEvent;
import ring3.events.KernelEvent.AlarmExpired;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.GrantRefused;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.MessageQueued;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.SignalRaised;
import ring3.syslib.Endpoint;

/// Picks the events that belong into the story of one process: what it said and was told, what it
/// was refused, and how it began and ended.
final class Partners {
    private Partners() {}

    static boolean concern(KernelEvent event, Endpoint process) {
        return switch (event) {
            case MessageDelivered e ->
                    e.source().equals(process) || e.destination().equals(process);
            case MessageQueued e -> e.source().equals(process);
            case IpcRefused e -> e.caller().equals(process);
            case KernelCallRefused e -> e.caller().equals(process);
            case PortRefused e -> e.caller().equals(process);
            case GrantRefused e -> e.grantee().equals(process);
            case ExceptionRaised e -> e.process().equals(process);
            case SignalRaised e -> e.process().equals(process);
            case ProgramStarted e -> e.process().equals(process);
            case DmaRefused _ -> false;
            case AlarmExpired e -> e.process().equals(process);
            default -> false; // The log tells the rest.
        };
    }
}
