package ring3.visualizer.log;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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

/// The kinds of event that the log can show or hide.
public enum EventGroup {
    MESSAGES,
    CALLS,
    DEVICES,
    LIFE,
    TROUBLE,
    WAITING,
    SCHEDULING;

    private static final int CLOCK_LINE = 0;

    /// The group of an event.
    public static EventGroup of(KernelEvent event) {
        return switch (event) {
            case MessageDelivered _, NotificationPending _, GrantUsed _ -> MESSAGES;
            case KernelCalled _, PrivilegesChanged _ -> CALLS;
            case PortAccessed _ -> DEVICES;
            case InterruptServed e -> e.line() == CLOCK_LINE ? SCHEDULING : DEVICES;
            case ProcessBorn _, ProgramStarted _, ProcessDied _, Printed _, Halted _ -> LIFE;
            case ExceptionRaised _,
                    SignalRaised _,
                    Panicked _,
                    IpcRefused _,
                    ProgramRefused _,
                    KernelCallRefused _,
                    PortRefused _,
                    DmaRefused _,
                    GrantRefused _ ->
                    TROUBLE;
            case MessageQueued _, ReceiverBlocked _ -> WAITING;
            case ContextSwitched _, Preempted _, QuantumExpired _, Scheduled _, AlarmExpired _ ->
                    SCHEDULING;
        };
    }

    /// What the log shows at first: not the clock's ticks nor who has the processor, which would
    /// drown the rest.
    public static Set<EventGroup> shownAtFirst() {
        return EnumSet.complementOf(EnumSet.of(WAITING, SCHEDULING));
    }

    /// Its name in texts, ids and style classes.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
