package ring3.visualizer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.syslib.Endpoint;
import ring3.visualizer.sentences.Names;

/// Who was called what, and when. The machine's thread adds events while others read. A process
/// that has long been gone is forgotten with the last event that the trace keeps of it.
public final class ProcessNames implements Names {
    private static final Map<Endpoint, String> FIXED =
            Map.of(
                    Endpoint.ANY, "anybody",
                    Endpoint.NONE, "nobody",
                    Endpoint.SELF, "itself",
                    Endpoint.ASYNCM, "asyncm",
                    Endpoint.IDLE, "idle",
                    Endpoint.CLOCK, "clock",
                    Endpoint.SYSTEM, "system",
                    Endpoint.HARDWARE, "hardware");

    private final Map<Endpoint, Name> latest = new ConcurrentHashMap<>();
    private final Deque<Grave> graves = new ArrayDeque<>();

    /// A name since an event, and the one before it.
    private record Name(long since, String name, @Nullable Name before) {}

    /// A process and the event with which it died.
    private record Grave(Endpoint process, long event) {}

    /// Learns from an event. Called by one thread only.
    public void add(KernelEvent event) {
        switch (event) {
            case ProcessBorn born -> add(born.process(), born.number(), born.name());
            case ProgramStarted started -> add(started.process(), started.number(), started.name());
            case ProcessDied died -> bury(new Grave(died.process(), died.number()));
            default -> {} // Only these give a name or end one.
        }
    }

    private void bury(Grave grave) {
        graves.addLast(grave);
        while (graves.getFirst().event < grave.event - EventTrace.CAPACITY) {
            forget(graves.removeFirst());
        }
    }

    private void forget(Grave grave) {
        latest.computeIfPresent(grave.process, (_, name) -> name.since > grave.event ? name : null);
    }

    /// Forgets all names.
    void clear() {
        latest.clear();
        graves.clear();
    }

    private void add(Endpoint process, long event, String name) {
        latest.put(process, new Name(event, name, latest.get(process)));
    }

    @Override
    public String of(Endpoint endpoint, long event) {
        String fixed = FIXED.get(endpoint);
        return fixed != null ? fixed : find(endpoint, event);
    }

    private String find(Endpoint endpoint, long event) {
        Name name = latest.get(endpoint);
        while (name != null && name.since > event && name.before != null) {
            name = name.before;
        }
        return name == null ? endpoint.toString() : name.name;
    }
}
