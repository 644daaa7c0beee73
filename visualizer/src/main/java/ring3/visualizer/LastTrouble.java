package ring3.visualizer;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.syslib.Endpoint;

/// Finds whom a picture should be about: the process that last died or was denied something.
public final class LastTrouble {
    private final LabFrame frame;
    private final EventTrace trace;

    /// Looks at that frame and the events before it.
    public LastTrouble(LabFrame frame, EventTrace trace) {
        this.frame = frame;
        this.trace = trace;
    }

    /// The label of the process; empty when nothing went wrong so far, or its box is no longer
    /// there.
    public String label() {
        Resident dead = lastDead();
        KernelEvent denial = lastDenial(dead == null ? 0 : dead.sinceNanos());
        Resident denied = denial == null ? null : culprit(denial);
        if (denied != null) {
            return denied.label();
        }
        return dead == null ? "" : dead.label();
    }

    private @Nullable Resident lastDead() {
        return frame.census().residents().stream()
                .filter(resident -> !resident.cause().isEmpty())
                .max(Comparator.comparingLong(Resident::sinceNanos))
                .orElse(null);
    }

    private @Nullable KernelEvent lastDenial(long afterNanos) {
        for (long number = trace.last(); number >= trace.first(); number--) {
            KernelEvent event = trace.event(number);
            if (event == null || event.nanos() < afterNanos) {
                return null;
            }
            if (Denials.culprit(event) != null) {
                return event;
            }
        }
        return null;
    }

    private @Nullable Resident culprit(KernelEvent denial) {
        Endpoint culprit = Denials.culprit(denial);
        return culprit == null || culprit.equals(Endpoint.HARDWARE)
                ? null
                : frame.census().resident(culprit);
    }
}
