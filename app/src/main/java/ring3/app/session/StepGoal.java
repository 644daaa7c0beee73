package ring3.app.session;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ContextSwitched;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.syslib.Endpoint;
import ring3.visualizer.StepSize;

/// The event behind which the machine shall rest.
final class StepGoal {
    private @Nullable StepSize size;
    private @Nullable Endpoint process;
    private boolean reached;

    /// The machine shall rest at the next event of that kind.
    void set(StepSize size) {
        this.size = size;
        reached = false;
    }

    /// It shall run on.
    void clear() {
        size = null;
        reached = false;
    }

    /// The process that [StepSize#PROCESS] means.
    void select(@Nullable Endpoint process) {
        this.process = process;
    }

    /// Whether there is a goal that has not been reached.
    boolean isOpen() {
        return size != null && !reached;
    }

    /// Whether the goal was reached.
    boolean isReached() {
        return reached;
    }

    /// Whether the machine shall rest behind this event.
    boolean add(KernelEvent event) {
        reached |= size != null && isWanted(size, event);
        return reached;
    }

    private boolean isWanted(StepSize wanted, KernelEvent event) {
        return switch (wanted) {
            case MESSAGE -> event instanceof MessageDelivered;
            case EVENT -> true;
            case PROCESS -> event instanceof ContextSwitched e && e.to().equals(process);
        };
    }
}
