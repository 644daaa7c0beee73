package ring3.visualizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.SignalRaised;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.Privilege;
import ring3.syslib.Signals;
import ring3.syslib.SysCall;
import ring3.visualizer.Resident.Phase;

/// Learns from the events who lives in the machine: a fold, with no clock and no screen.
///
/// A service keeps its box and its place when it dies, so that its next incarnation appears where
/// its audience looks. A user process leaves for good and its place is free again.
public final class CensusTaker {
    private static final Comparator<Resident> BY_PLACE =
            Comparator.comparing(Resident::kind).thenComparingInt(Resident::place);

    private final List<Resident> residents = new ArrayList<>();
    private long messages;
    private long faults;
    private long restarts;
    private long denied;
    private final long[] calls = new long[SysCall.values().length];

    /// Learns from the next event.
    public void add(KernelEvent event) {
        switch (event) {
            case MessageDelivered _ -> messages++;
            case KernelCalled e -> {
                calls[e.request().sysCall().ordinal()]++;
                if (e.status() >= 0) {
                    serviceCall(e);
                }
            }
            case KernelCallRefused e -> {
                calls[e.call().ordinal()]++;
                denied += denials(e);
            }
            case ProcessBorn e -> born(e);
            case ProgramStarted e -> started(e);
            case ProcessDied e -> died(e);
            case ExceptionRaised e -> failed(e);
            case SignalRaised e -> signalled(e);
            case Panicked e -> dying(e.culprit(), e.reason(), e.nanos());
            default -> denied += denials(event);
        }
    }

    private static int denials(KernelEvent event) {
        return Denials.culprit(event) == null ? 0 : 1;
    }

    /// Who is there now.
    public Census census() {
        List<Long> made = Arrays.stream(calls).boxed().toList();
        return new Census(residents, new Counts(messages, faults, restarts, denied, made));
    }

    private void born(ProcessBorn event) {
        Resident parent = living(event.parent());
        ProcessKind kind = parent == null ? kindOfBootProcess(event) : parent.kind();
        settle(event.process(), event.name(), kind, parent == null ? 1 : 0, event.nanos());
    }

    private static ProcessKind kindOfBootProcess(ProcessBorn event) {
        return event.process().slot() < 0 ? ProcessKind.KERNEL : ProcessKind.SERVER;
    }

    private void started(ProgramStarted event) {
        residents.removeIf(r -> isLiving(r, event.process()));
        int grave = grave(event);
        if (grave < 0) {
            settle(event.process(), event.name(), event.kind(), 1, event.nanos());
        } else {
            Resident next = residents.get(grave).reborn(event.process(), event.nanos());
            residents.set(grave, next);
            restarts++;
        }
    }

    /// Where the service of that name died, or is dying: the reincarnation server may start the
    /// next incarnation before it lets the last one go. -1 if it did not.
    private int grave(ProgramStarted event) {
        for (int i = 0; i < residents.size(); i++) {
            Resident resident = residents.get(i);
            if (resident.phase() != Phase.ALIVE
                    && isService(resident)
                    && resident.kind() == event.kind()
                    && resident.name().equals(event.name())) {
                return i;
            }
        }
        return -1;
    }

    private void settle(
            Endpoint process, String name, ProcessKind kind, int incarnation, long nanos) {
        residents.add(
                new Resident(
                        freeLabel(name),
                        name,
                        process,
                        kind,
                        freePlace(kind),
                        incarnation,
                        Phase.ALIVE,
                        "",
                        nanos));
        residents.sort(BY_PLACE);
    }

    private String freeLabel(String name) {
        String label = name;
        for (int i = 2; isTaken(label); i++) {
            label = name + "-" + i;
        }
        return label;
    }

    private boolean isTaken(String label) {
        return residents.stream().anyMatch(r -> r.label().equals(label));
    }

    private int freePlace(ProcessKind kind) {
        int place = 0;
        for (Resident resident : residents) {
            if (resident.kind() == kind && resident.place() == place) {
                place++;
            }
        }
        return place;
    }

    /// What the reincarnation server does to a service on purpose.
    private void serviceCall(KernelCalled event) {
        switch (event.request()) {
            case Privctl(Endpoint target, int request, _) when request == Privilege.DISALLOW ->
                    dying(target, "stopped by rs", event.nanos());
            case Update update -> updated(update, event.nanos());
            default -> {} // The other calls end nobody and start nobody.
        }
    }

    /// A service goes on as another program, or as it was before. The process that is left over
    /// leaves no grave.
    private void updated(Update update, long nanos) {
        Resident spare = living(update.source());
        Resident service = living(update.target());
        if (spare != null && service != null) {
            boolean back = (update.flags() & Update.ROLLBACK) != 0;
            replace(spare, spare.counted(-spare.incarnation(), nanos));
            replace(service, service.counted(back ? -1 : 1, nanos));
        }
    }

    private void died(ProcessDied event) {
        Resident resident = living(event.process());
        if (resident == null) {
            return;
        }
        if (isService(resident)) {
            replace(resident, resident.in(Phase.GONE, resident.cause(), event.nanos()));
        } else {
            residents.remove(resident);
        }
    }

    /// A copy that a service has forked, and that runs no program of its own yet, leaves no grave.
    private static boolean isService(Resident resident) {
        return resident.kind() != ProcessKind.USER && resident.incarnation() > 0;
    }

    private void failed(ExceptionRaised event) {
        faults++;
        String place = event.place().isEmpty() ? "" : " at " + event.place();
        dying(event.process(), event.cause() + place, event.nanos());
    }

    private void signalled(SignalRaised event) {
        if (isDeadly(event.signal())) {
            dying(event.process(), "SIG" + Signals.name(event.signal()), event.nanos());
        }
    }

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
            default -> false; // The others can be caught, and a service does.
        };
    }

    private void dying(Endpoint process, String why, long nanos) {
        Resident resident = living(process);
        if (resident != null && resident.phase() == Phase.ALIVE) {
            replace(resident, resident.in(Phase.DYING, why, nanos));
        }
    }

    private void replace(Resident old, Resident next) {
        residents.set(residents.indexOf(old), next);
    }

    private @Nullable Resident living(Endpoint process) {
        for (Resident resident : residents) {
            if (isLiving(resident, process)) {
                return resident;
            }
        }
        return null;
    }

    private static boolean isLiving(Resident resident, Endpoint process) {
        return resident.phase() != Phase.GONE && resident.endpoint().equals(process);
    }
}
