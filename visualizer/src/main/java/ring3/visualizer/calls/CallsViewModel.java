package ring3.visualizer.calls;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import ring3.events.KernelCallTable;
import ring3.visualizer.LabFrame;

/// The kernel calls that pass the filter, and how often each was made.
public final class CallsViewModel {
    private final List<CallRow> all = KernelCallTable.rows().stream().map(CallRow::new).toList();
    private final FilteredList<CallRow> rows =
            new FilteredList<>(FXCollections.observableList(all));
    private final StringProperty search = new SimpleStringProperty("");

    /// A table without a filter.
    public CallsViewModel() {
        search.subscribe(words -> rows.setPredicate(row -> row.contains(words)));
    }

    /// Shows how often each call was made up to that frame.
    public void show(LabFrame frame) {
        all.forEach(row -> row.show(frame.census().counts()));
    }

    /// The text that a row must contain; empty for any.
    public StringProperty searchProperty() {
        return search;
    }

    /// The calls that pass, group by group.
    public ObservableList<CallRow> rows() {
        return rows;
    }
}
