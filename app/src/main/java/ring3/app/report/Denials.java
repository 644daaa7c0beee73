package ring3.app.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.GrantRefused;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.visualizer.ProcessNames;
import ring3.visualizer.sentences.Sentences;

/// Collects the accesses that the kernel denied: a fold, with no machine behind it.
public final class Denials {
    private final ProcessNames names = new ProcessNames();
    private final Sentences sentences = new Sentences(names);
    private final List<Denied> all = new ArrayList<>();

    /// Nothing was denied yet.
    public Denials() {}

    /// Learns from the next event.
    public void add(KernelEvent event) {
        names.add(event);
        if (event instanceof DmaRefused refused) {
            all.add(dma(refused));
            return;
        }
        Endpoint culprit = ring3.visualizer.Denials.culprit(event);
        if (culprit != null) {
            String process = names.of(culprit, event.number());
            String sentence = sentences.of(event);
            all.add(
                    new Denied(
                            process,
                            sentence,
                            String.valueOf(rule(event)),
                            error(event).name(),
                            event.number()));
        }
    }

    /// Not the kernel refuses here but the IOMMU, and not a process is told but the device.
    private Denied dma(DmaRefused event) {
        return new Denied(
                event.device(), sentences.of(event), "IOMMU", "MASTER_ABORT", event.number());
    }

    private static @Nullable Rule rule(KernelEvent event) {
        return switch (event) {
            case PortRefused e -> e.rule();
            case IpcRefused e -> e.rule();
            case KernelCallRefused e -> e.rule();
            case GrantRefused e -> e.rule();
            default -> null; // The others are no refusals.
        };
    }

    /// A refused port is always EPERM, which its event does not repeat (minix: do_devio.c).
    private static Errno error(KernelEvent event) {
        return switch (event) {
            case IpcRefused e -> e.error();
            case KernelCallRefused e -> e.error();
            case GrantRefused e -> e.error();
            default -> Errno.EPERM;
        };
    }

    /// All denials so far, in order.
    public List<Denied> all() {
        return List.copyOf(all);
    }
}
