package ring3.visualizer;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.GrantRefused;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.Rule;
import ring3.syslib.Endpoint;

/// Tells the accesses that the kernel denied from those that merely failed: a message to a process
/// that has died is bad luck, a message to one that it may not talk to is a breach.
public final class Denials {
    private Denials() {}

    /// Whose access was denied, HARDWARE for that of a device, or null when the event is no denial.
    public static @Nullable Endpoint culprit(KernelEvent event) {
        return switch (event) {
            case PortRefused e -> ifDenied(e.caller(), e.rule());
            case IpcRefused e -> ifDenied(e.caller(), e.rule());
            case KernelCallRefused e -> ifDenied(e.caller(), e.rule());
            case GrantRefused e -> ifDenied(e.grantee(), e.rule());
            case DmaRefused e -> e.source();
            default -> null; // The other events tell of no refusal.
        };
    }

    private static @Nullable Endpoint ifDenied(Endpoint caller, Rule rule) {
        return rule.deniesRight() ? caller : null;
    }
}
