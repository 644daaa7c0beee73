package ring3.visualizer;

import static ring3.visualizer.Texts.text;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys on one sheet above the window.
final class KeySheet {
    private static final int ROWS = 10;

    private KeySheet() {}

    static Sheet of(List<Shortcuts.Shortcut> shortcuts) {
        var title = new Label(text("keys.title"));
        title.getStyleClass().add("inspector-title");
        var close = new Label(text("keys.close"));
        close.getStyleClass().add("dim");
        var panel = new VBox(title, table(shortcuts), close);
        panel.getStyleClass().addAll("panel", "key-sheet");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return new Sheet("key-sheet", panel);
    }

    private static GridPane table(List<Shortcuts.Shortcut> shortcuts) {
        var table = new GridPane();
        table.getStyleClass().add("key-table");
        for (int i = 0; i < shortcuts.size(); i++) {
            var key = new Label(shortcuts.get(i).keys());
            key.getStyleClass().add("key-cap");
            int column = i / ROWS * 2;
            table.add(key, column, i % ROWS);
            table.add(new Label(text(shortcuts.get(i).text())), column + 1, i % ROWS);
        }
        return table;
    }
}
