package ring3.visualizer.house;

import static ring3.visualizer.Texts.text;

import java.util.Locale;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.syslib.Endpoint;
import ring3.visualizer.Census;
import ring3.visualizer.Resident;

/// What a process is doing, in words, with its partner called by its name.
final class StateWords {
    private final Census census;

    StateWords(Census census) {
        this.census = census;
    }

    String of(ProcessSnapshot process) {
        String key = key(process);
        return switch (process.state()) {
            case SENDING -> text(key, name(process.partner()));
            case RECEIVING ->
                    process.partner().equals(Endpoint.ANY)
                            ? text("state.waiting")
                            : text(key, name(process.partner()));
            case RUNNING,
                    READY,
                    NO_QUANTUM,
                    SIGNALED,
                    NO_MEMORY,
                    STOPPED,
                    NO_PRIVILEGES,
                    KERNEL_TASK ->
                    text(key);
        };
    }

    /// The same in a word: of a process that waits for somebody only the arrow and the name.
    String brief(ProcessSnapshot process) {
        return switch (process.state()) {
            case SENDING, RECEIVING -> text(key(process) + ".brief", name(process.partner()));
            case RUNNING,
                    READY,
                    NO_QUANTUM,
                    SIGNALED,
                    NO_MEMORY,
                    STOPPED,
                    NO_PRIVILEGES,
                    KERNEL_TASK ->
                    of(process);
        };
    }

    private static String key(ProcessSnapshot process) {
        return "state." + process.state().name().toLowerCase(Locale.ROOT);
    }

    private String name(Endpoint endpoint) {
        if (endpoint.equals(Endpoint.ANY)) {
            return text("state.anybody");
        }
        Resident resident = census.resident(endpoint);
        if (resident != null) {
            return resident.label();
        }
        KernelPart part = KernelPart.of(endpoint);
        return part == null ? endpoint.toString() : part.title();
    }
}
