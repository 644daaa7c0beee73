package ring3.visualizer;

import static ring3.visualizer.Texts.text;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys on one sheet above the window.
final class KeySheet {
    private static final int ROWS = 10;

    private final StackPane shade;

    KeySheet(List<Shortcuts.Shortcut> shortcuts) {
        var title = new Label(text("keys.title"));
        title.getStyleClass().add("inspector-title");
        var close = new Label(text("keys.close"));
        close.getStyleClass().add("dim");
        var sheet = new VBox(title, table(shortcuts), close);
        sheet.getStyleClass().addAll("panel", "key-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        shade = new StackPane(sheet);
        shade.setId("key-sheet");
        shade.getStyleClass().add("shade");
        shade.setVisible(false);
        shade.setOnMousePressed(_ -> hide());
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

    StackPane node() {
        return shade;
    }

    void toggle() {
        shade.setVisible(!shade.isVisible());
    }

    /// Returns whether it was there to be hidden.
    boolean hide() {
        boolean shown = shade.isVisible();
        shade.setVisible(false);
        return shown;
    }
}
