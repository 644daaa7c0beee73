package ring3.visualizer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is selected, in all views at once. It is a label and no endpoint, so that a service stays
/// selected when its next incarnation takes its place. Empty when nothing is.
public final class Selection {
    private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper("");

    /// Selects the process of that label.
    public void select(String next) {
        label.set(next);
    }

    /// Selects nothing.
    public void clear() {
        label.set("");
    }

    /// The label that is selected.
    public String label() {
        return label.get();
    }

    /// The label as a property.
    public ReadOnlyStringProperty labelProperty() {
        return label.getReadOnlyProperty();
    }
}
