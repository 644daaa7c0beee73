package ring3.visualizer;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A panel above the window, which Esc, its key or a click beside it take away again. The keyboard
/// then goes back to where it was.
final class Sheet {
    private final StackPane shade;
    private @Nullable Node before;

    Sheet(String id, Region panel) {
        shade = new StackPane(panel);
        shade.setId(id);
        shade.getStyleClass().add("shade");
        shade.setVisible(false);
        shade.setOnMousePressed(event -> {
            if (event.getTarget().equals(shade)) {
                hide();
            }
        });
    }

    StackPane node() {
        return shade;
    }

    boolean isShown() {
        return shade.isVisible();
    }

    void show() {
        before = shade.getScene().getFocusOwner();
        shade.setVisible(true);
    }

    /// Returns whether it was there to be hidden.
    boolean hide() {
        boolean shown = isShown();
        shade.setVisible(false);
        if (shown && before != null) {
            before.requestFocus();
        }
        return shown;
    }
}
