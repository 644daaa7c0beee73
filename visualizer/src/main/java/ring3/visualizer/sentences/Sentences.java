package ring3.visualizer.sentences;

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
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Signals;
import ring3.syslib.Trap;

/// Events as sentences, made when somebody reads them, never when they happen.
public final class Sentences {
    private final Names names;
    private final CallSentences calls;

    /// Sentences that call the processes by these names.
    public Sentences(Names names) {
        this.names = names;
        calls = new CallSentences(names);
    }

    /// What happened, in one sentence without a full stop.
    public String of(KernelEvent event) {
        return switch (event) {
            case MessageQueued e -> queued(e);
            case MessageDelivered e -> delivered(e);
            case NotificationPending e ->
                    "a notification from %s waits until %s receives"
                            .formatted(name(event, e.source()), name(event, e.destination()));
            case ReceiverBlocked e -> waits(e);
            case IpcRefused e ->
                    "%s %s %s %s: %s (%s)"
                            .formatted(
                                    name(event, e.caller()),
                                    may(e.rule()),
                                    e.trap(),
                                    with(e),
                                    e.rule().sentence(),
                                    e.error());
            case KernelCalled e -> calls.of(e);
            case KernelCallRefused e ->
                    "%s %s call %s: %s (%s)"
                            .formatted(
                                    name(event, e.caller()),
                                    may(e.rule()),
                                    e.call(),
                                    e.rule().sentence(),
                                    e.error());
            case PortAccessed e -> port(e);
            case PortRefused e ->
                    "%s may not %s port %s: %s"
                            .formatted(
                                    name(event, e.caller()),
                                    e.output()
                                            ? "write " + MessageText.hex(e.value()) + " to"
                                            : "read",
                                    MessageText.hex(e.port()),
                                    e.rule().sentence());
            case InterruptServed e -> "interrupt %d is served".formatted(e.line());
            case ContextSwitched e -> switched(e);
            case Preempted e ->
                    "%s gives way to a more urgent process".formatted(name(event, e.process()));
            case QuantumExpired e ->
                    "%s has used up its quantum; %s decides"
                            .formatted(name(event, e.process()), name(event, e.scheduler()));
            case Scheduled e ->
                    "%s gets priority %d and a quantum of %d ms"
                            .formatted(name(event, e.process()), e.priority(), e.quantumMillis());
            case ExceptionRaised e -> exception(e);
            case SignalRaised e ->
                    "%s is signalled: SIG%s; %s is told"
                            .formatted(
                                    name(event, e.process()),
                                    Signals.name(e.signal()),
                                    name(event, e.manager()));
            case ProcessBorn e -> born(e);
            case ProgramRefused e ->
                    "%s gets no new program: %s".formatted(name(e, e.process()), e.reason());
            case ProgramStarted e -> "%s starts as process %s".formatted(e.name(), e.process());
            case ProcessDied e -> "%s is gone (process %s)".formatted(e.name(), e.process());
            case PrivilegesChanged e -> privileges(e);
            case GrantUsed e ->
                    "%s %s %d bytes by grant %d of %s"
                            .formatted(
                                    name(event, e.grantee()),
                                    e.write() ? "writes" : "reads",
                                    e.bytes(),
                                    e.grant(),
                                    name(event, e.granter()));
            case GrantRefused e ->
                    "%s %s use grant %d of %s: %s (%s)"
                            .formatted(
                                    name(event, e.grantee()),
                                    may(e.rule()),
                                    e.grant(),
                                    name(event, e.granter()),
                                    e.rule().sentence(),
                                    e.error());
            case DmaRefused e ->
                    "the device %s may not %s memory at %s: the IOMMU refuses"
                            .formatted(
                                    e.device(),
                                    e.write() ? "write" : "read",
                                    MessageText.hex(e.address()));
            case AlarmExpired e -> "the alarm of %s goes off".formatted(name(event, e.process()));
            case Printed e -> "%s prints: %s".formatted(name(event, e.process()), e.text());
            case Halted e ->
                    "%s stops the machine, status %d"
                            .formatted(name(event, e.process()), e.status());
            case Panicked e ->
                    "the kernel cannot go on: %s (%s)"
                            .formatted(e.reason(), name(event, e.culprit()));
        };
    }

    private String queued(MessageQueued event) {
        String source = name(event, event.source());
        String destination = name(event, event.destination());
        String text = MessageText.of(event.message(), names, event.number());
        return event.trap() == Trap.SENDA
                ? "%s leaves %s with the kernel for %s".formatted(source, text, destination)
                : "%s waits until %s takes %s".formatted(source, destination, text);
    }

    private String delivered(MessageDelivered event) {
        String source = name(event, event.source());
        String destination = name(event, event.destination());
        String text = MessageText.of(event.message(), names, event.number());
        if (MessageText.isNotification(event.message())) {
            return notified(event, source, destination);
        }
        if (event.message().isAnswer()) {
            return "%s answers %s: %s".formatted(source, destination, text);
        }
        return event.trap() == Trap.SENDREC
                ? "%s asks %s: %s".formatted(source, destination, text)
                : "%s tells %s: %s".formatted(source, destination, text);
    }

    private static String notified(MessageDelivered event, String source, String destination) {
        if (event.source().equals(Endpoint.HARDWARE)) {
            return destination + " learns of its interrupt";
        }
        if (event.source().equals(Endpoint.CLOCK)) {
            return destination + " learns that its alarm went off";
        }
        if (event.source().equals(Endpoint.SYSTEM)) {
            return destination + " learns that signals wait for it";
        }
        return source + " notifies " + destination;
    }

    private String waits(ReceiverBlocked event) {
        String receiver = name(event, event.receiver());
        return event.source().equals(Endpoint.ANY)
                ? receiver + " waits for a message"
                : "%s waits for %s".formatted(receiver, name(event, event.source()));
    }

    private String with(IpcRefused event) {
        String partner = name(event, event.partner());
        return event.trap() == Trap.RECEIVE ? "from " + partner : "to " + partner;
    }

    private String port(PortAccessed event) {
        String times = event.count() > 1 ? ", %d times".formatted(event.count()) : "";
        String caller = name(event, event.caller());
        return event.output()
                ? "%s writes %s to port %s%s"
                        .formatted(
                                caller,
                                MessageText.hex(event.value()),
                                MessageText.hex(event.port()),
                                times)
                : "%s reads %s from port %s%s"
                        .formatted(
                                caller,
                                MessageText.hex(event.value()),
                                MessageText.hex(event.port()),
                                times);
    }

    private String switched(ContextSwitched event) {
        return event.to().equals(Endpoint.NONE)
                ? "the processor is idle"
                : "the processor goes to " + name(event, event.to());
    }

    private String exception(ExceptionRaised event) {
        String place = event.place().isEmpty() ? "" : " at " + event.place();
        return "%s fails: %s%s (SIG%s)"
                .formatted(
                        name(event, event.process()),
                        event.cause(),
                        place,
                        Signals.name(event.signal()));
    }

    private String born(ProcessBorn event) {
        if (event.process().slot() < 0) {
            return event.name() + " is a task of the kernel";
        }
        return event.parent().equals(Endpoint.NONE)
                ? "%s is part of the boot image, process %s"
                        .formatted(event.name(), event.process())
                : "%s forks process %s".formatted(name(event, event.parent()), event.process());
    }

    private String privileges(PrivilegesChanged event) {
        String process = name(event, event.process());
        return switch (event.request()) {
            case Privilege.ALLOW -> process + " may run now";
            case Privilege.DISALLOW -> process + " may not run for now";
            case Privilege.SET_SYS -> process + " gets privileges of its own";
            case Privilege.SET_USER -> process + " gets the privileges of a user process";
            case Privilege.CLEAR_IPC_REFS -> "whoever waits for %s is woken".formatted(process);
            default -> "the privileges of %s change".formatted(process);
        };
    }

    /// A right that is missing, or a thing that could not be done.
    private static String may(Rule rule) {
        return rule.deniesRight() ? "may not" : "cannot";
    }

    private String name(KernelEvent event, Endpoint endpoint) {
        return names.of(endpoint, event.number());
    }
}
