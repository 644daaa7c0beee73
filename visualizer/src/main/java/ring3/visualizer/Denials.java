package ring3.visualizer;

import org.jspecify.annotations.Nullable;
import ring3.kernel.events.KernelEvent;
import ring3.kernel.events.KernelEvent.GrantRefused;
import ring3.kernel.events.KernelEvent.IpcRefused;
import ring3.kernel.events.KernelEvent.KernelCallRefused;
import ring3.kernel.events.KernelEvent.PortRefused;
import ring3.kernel.events.Rule;
import ring3.kernel.syslib.Endpoint;

/// Tells the accesses that the kernel denied from those that merely failed: a message to a process
/// that has died is bad luck, a message to one that it may not talk to is a breach.
public final class Denials {
    private Denials() {}

    /// Whose access was denied, or null when the event is no denial.
    public static @Nullable Endpoint culprit(KernelEvent event) {
        return switch (event) {
            case PortRefused e -> ifDenied(e.caller(), e.rule());
            case IpcRefused e -> ifDenied(e.caller(), e.rule());
            case KernelCallRefused e -> ifDenied(e.caller(), e.rule());
            case GrantRefused e -> ifDenied(e.grantee(), e.rule());
            default -> null; // The other events tell of no refusal.
        };
    }

    private static @Nullable Endpoint ifDenied(Endpoint caller, Rule rule) {
        return denies(rule) ? caller : null;
    }

    private static boolean denies(Rule rule) {
        return switch (rule) {
            case UNKNOWN_TRAP,
                    SEND_MASK,
                    TRAP_MASK,
                    KERNEL_TASK,
                    CALL_MASK,
                    SYSTEM_PROCESS,
                    PORT_RANGE,
                    IRQ_LIST,
                    HOOK_OWNER,
                    MEMORY_RANGE,
                    GRANT_UNKNOWN,
                    GRANT_GRANTEE,
                    GRANT_ACCESS,
                    GRANT_RANGE,
                    GRANT_MAGIC,
                    SCHEDULER,
                    SIGNAL_MANAGER ->
                    true;
            case ANY_ONLY_RECEIVES,
                    DEAD_ENDPOINT,
                    DEADLOCK,
                    NOT_READY,
                    PEER_DIED,
                    PORT_ALIGNMENT,
                    GRANT_NOT_READY,
                    GRANT_CHAIN,
                    BAD_ADDRESS,
                    BAD_ARGUMENT,
                    NO_ROOM ->
                    false;
        };
    }
}
