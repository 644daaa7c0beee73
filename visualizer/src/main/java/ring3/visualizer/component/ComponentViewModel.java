package ring3.visualizer.component;

import static ring3.visualizer.Texts.text;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import ring3.visualizer.WorkReport;
import ring3.visualizer.Workbench;

/// What the sheet for a component of one's own shows and can do.
public final class ComponentViewModel {
    private final Workbench workbench;
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper delivered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words =
            new ReadOnlyStringWrapper(text("component.nothing"));
    private final ObservableList<String> lines = FXCollections.observableArrayList();

    /// A sheet for that workbench.
    public ComponentViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Asks for a folder.
    public void choose() {
        workbench.chooseFolder();
    }

    /// Puts the component on the machine, or another folder's if none was chosen yet.
    public void put() {
        if (chosen.get()) {
            workbench.put();
        } else {
            workbench.chooseFolder();
        }
    }

    /// Looks what has become of it since the last frame.
    public void tick() {
        for (WorkReport report = workbench.take(); report != null; report = workbench.take()) {
            show(report);
        }
    }

    private void show(WorkReport report) {
        String stage = report.stage().name().toLowerCase(Locale.ROOT);
        words.set(text("component." + stage, report.name()));
        lines.setAll(report.lines());
        chosen.set(true);
        switch (report.stage()) {
            case CHOSEN -> delivered.set(false);
            case DONE -> delivered.set(true);
            case BUILDING, WRONG, SENT, FAILED -> {} // What was delivered before is still there.
        }
    }

    /// Whether a folder was chosen.
    public ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether the component of that folder has been put on the machine once.
    public ReadOnlyBooleanProperty deliveredProperty() {
        return delivered.getReadOnlyProperty();
    }

    /// How it goes, in a sentence.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Mistakes, or what the machine said.
    public ObservableList<String> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }
}
