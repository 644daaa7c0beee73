package ring3.visualizer.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Facts, one below the other. Labels are kept while the facts have the same names.
final class FactGrid extends GridPane {
    private static final double NAME_WIDTH = 96;

    private List<Fact> shown = List.of();

    FactGrid() {
        getStyleClass().add("facts");
        var names = new ColumnConstraints(NAME_WIDTH);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void show(List<Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            addRow(row, name(facts.get(row)), value(facts.get(row)));
        }
        shown = facts;
    }

    private static Label name(Fact fact) {
        var name = new Label(fact.name());
        name.getStyleClass().addAll("fact-name", "dim");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private static Label value(Fact fact) {
        var value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        if (fact.grave()) {
            value.getStyleClass().add("grave");
        }
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        return value;
    }
}
