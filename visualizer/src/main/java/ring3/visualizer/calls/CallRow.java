package ring3.visualizer.calls;

import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import ring3.events.KernelCallTable;
import ring3.visualizer.Counts;

/// A row of the table: a kernel call, and how often it was made.
public final class CallRow {
    private final KernelCallTable.Row entry;
    private final ReadOnlyLongWrapper made = new ReadOnlyLongWrapper();

    CallRow(KernelCallTable.Row entry) {
        this.entry = entry;
    }

    void show(Counts counts) {
        made.set(counts.of(entry.call()));
    }

    /// Whether one of its texts contains that, in letters of either case.
    boolean contains(String words) {
        return String.join(
                        "\n",
                        entry.call().name(),
                        entry.group(),
                        entry.call().meaning(),
                        entry.argumentList(),
                        entry.errorList(),
                        entry.call().callers())
                .toLowerCase(Locale.ROOT)
                .contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /// What is told about the call.
    public KernelCallTable.Row entry() {
        return entry;
    }

    /// How often it was made in this run.
    public ReadOnlyLongProperty madeProperty() {
        return made.getReadOnlyProperty();
    }
}
