package ring3.visualizer.status;

import static ring3.visualizer.Texts.grouped;
import static ring3.visualizer.Texts.text;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ring3.events.snapshots.ProcessState;
import ring3.visualizer.Counts;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Resident.Phase;

/// What the line at the bottom says.
public final class StatusViewModel {
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper panicked = new ReadOnlyBooleanWrapper();

    /// Shows a frame.
    public void show(LabFrame frame) {
        String panic = frame.snapshot().panic();
        panicked.set(panic != null);
        counts.set(panic == null ? counts(frame) : text("status.panic", panic));
    }

    private static String counts(LabFrame frame) {
        Counts counts = frame.census().counts();
        long processes =
                frame.snapshot().processes().stream()
                        .filter(p -> p.state() != ProcessState.KERNEL_TASK)
                        .count();
        long missing =
                frame.census().residents().stream().filter(r -> r.phase() != Phase.ALIVE).count();
        return text(
                "status.counts",
                processes,
                missing,
                counts.restarts(),
                counts.faults(),
                grouped(counts.messages()),
                counts.denied());
    }

    /// The counts, or why the machine stands still.
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// Whether the kernel has given up.
    public ReadOnlyBooleanProperty panickedProperty() {
        return panicked.getReadOnlyProperty();
    }
}
