package ring3.visualizer.house;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.GrantUsed;
import ring3.events.KernelEvent.InterruptServed;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.PortAccessed;
import ring3.syslib.Endpoint;
import ring3.visualizer.Denials;
import ring3.visualizer.DeviceLabels;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Resident;
import ring3.visualizer.house.Flight.Style;
import ring3.visualizer.sentences.MessageText;

/// Says which flight an event is, if it is one.
final class FlightPlan {
    private final LabFrame frame;

    FlightPlan(LabFrame frame) {
        this.frame = frame;
    }

    /// The flight that begins at `start`; null when nothing went from one box to another.
    @Nullable Flight of(KernelEvent event, double start) {
        return switch (event) {
            case MessageDelivered e -> message(e, start);
            case KernelCalled e ->
                    flight(
                            box(e.caller()),
                            KernelPart.SYS.label(),
                            e.request().typeName(),
                            Style.KERNEL_CALL,
                            start);
            case PortAccessed e -> port(e, start);
            case InterruptServed e ->
                    flight(
                            DeviceLabels.onLine(frame.snapshot().devices(), e.line()),
                            KernelPart.INTERRUPTS.label(),
                            "IRQ " + e.line(),
                            Style.SIGNAL,
                            start);
            case GrantUsed e -> copy(e, start);
            default -> null; // Nothing crosses from box to box.
        };
    }

    private @Nullable Flight message(MessageDelivered event, double start) {
        Style style =
                MessageText.isNotification(event.message())
                        ? Style.NOTIFICATION
                        : event.message().isAnswer() ? Style.ANSWER : Style.MESSAGE;
        String text = style == Style.NOTIFICATION ? "NOTIFY" : MessageText.brief(event.message());
        return flight(box(event.source()), box(event.destination()), text, style, start);
    }

    private @Nullable Flight port(PortAccessed event, double start) {
        String device = DeviceLabels.atPort(frame.snapshot().devices(), event.port());
        String port = Integer.toHexString(event.port()).toUpperCase(Locale.ROOT);
        return event.output()
                ? flight(KernelPart.SYS.label(), device, "out " + port, Style.SIGNAL, start)
                : flight(device, KernelPart.SYS.label(), "in " + port, Style.SIGNAL, start);
    }

    private @Nullable Flight copy(GrantUsed event, double start) {
        String grantee = box(event.grantee());
        String granter = box(event.granter());
        String text = event.bytes() + " bytes";
        return event.write()
                ? flight(grantee, granter, text, Style.COPY, start)
                : flight(granter, grantee, text, Style.COPY, start);
    }

    private static @Nullable Flight flight(
            @Nullable String from, @Nullable String to, String text, Style style, double start) {
        return from == null || to == null || from.equals(to)
                ? null
                : new Flight(from, to, text, style, start);
    }

    /// The label of the process or device whose access that event denies; null when it denies none.
    @Nullable String denied(KernelEvent event) {
        if (event instanceof DmaRefused dma) {
            return DeviceLabels.called(frame.snapshot().devices(), dma.device());
        }
        Endpoint culprit = Denials.culprit(event);
        return culprit == null ? null : box(culprit);
    }

    /// The label of the box of a process or kernel task.
    @Nullable String box(Endpoint endpoint) {
        KernelPart part = KernelPart.of(endpoint);
        if (part != null) {
            return part.label();
        }
        Resident resident = frame.census().resident(endpoint);
        return resident == null ? null : resident.label();
    }
}
