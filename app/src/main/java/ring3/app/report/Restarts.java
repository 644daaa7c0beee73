package ring3.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.SignalRaised;
import ring3.syslib.Endpoint;
import ring3.syslib.Signals;

/// Learns from the events which services were restarted, and why: a fold, with no machine behind
/// it. A service counts as restored when its new process has told the reincarnation server that it
/// is initialised; until then nobody can use it.
public final class Restarts {
    private final Map<Endpoint, String> names = new LinkedHashMap<>();
    private final Map<Endpoint, Death> dying = new LinkedHashMap<>();
    private final Map<String, Death> deaths = new LinkedHashMap<>();
    private final Map<Endpoint, Integer> starting = new LinkedHashMap<>();
    private final List<Restart> restarts = new ArrayList<>();

    private record Death(String cause, long nanos) {}

    /// Nothing has happened yet.
    public Restarts() {}

    /// Learns from the next event.
    public void add(KernelEvent event) {
        switch (event) {
            case ProgramStarted e -> names.put(e.process(), e.name());
            case ExceptionRaised e -> dies(e.process(), death(e));
            case SignalRaised e when isDeadly(e.signal()) ->
                    dies(e.process(), new Death("SIG" + Signals.name(e.signal()), e.nanos()));
            case ProcessDied e -> bury(e);
            case MessageDelivered(_, _, Endpoint from, Endpoint to, _, RsInit init)
                    when from.equals(Endpoint.RS) && init.kind() == Rs.RESTART ->
                    starting.put(to, init.incarnation());
            case MessageDelivered(_, long nanos, Endpoint from, Endpoint to, _, RsInitDone done)
                    when to.equals(Endpoint.RS) && done.result() >= 0 ->
                    restored(from, nanos);
            default -> {} // Nothing else tells of a restart.
        }
    }

    /// An exception becomes a signal, so the first of both tells the cause.
    private void dies(Endpoint process, Death death) {
        String name = names.get(process);
        if (name != null && dying.putIfAbsent(process, death) == null) {
            deaths.put(name, death);
        }
    }

    private static Death death(ExceptionRaised event) {
        String place = event.place().isEmpty() ? "" : " at " + event.place();
        return new Death(event.cause() + place, event.nanos());
    }

    /// The signals that end a service; it may catch the others.
    private static boolean isDeadly(int signal) {
        return switch (signal) {
            case Signals.SIGILL,
                    Signals.SIGABRT,
                    Signals.SIGEMT,
                    Signals.SIGFPE,
                    Signals.SIGKILL,
                    Signals.SIGBUS,
                    Signals.SIGSEGV,
                    Signals.SIGSYS ->
                    true;
            default -> false;
        };
    }

    /// A process may be buried after its successor has begun its work. How it died was known
    /// before.
    private void bury(ProcessDied event) {
        if (dying.remove(event.process()) == null) {
            deaths.put(event.name(), new Death("exit", event.nanos()));
        }
        names.remove(event.process());
        starting.remove(event.process());
    }

    private void restored(Endpoint process, long nanos) {
        Integer incarnation = starting.remove(process);
        String label = names.getOrDefault(process, process.toString());
        if (incarnation != null && deaths.get(label) instanceof Death(String cause, long diedAt)) {
            restarts.add(new Restart(label, incarnation, cause, diedAt, nanos));
        }
    }

    /// All restarts so far, in the order in which they were completed.
    public List<Restart> all() {
        return List.copyOf(restarts);
    }

    /// How often the service of that label was restarted.
    public int count(String label) {
        return (int) restarts.stream().filter(restart -> restart.label().equals(label)).count();
    }
}
