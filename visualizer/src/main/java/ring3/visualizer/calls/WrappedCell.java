package ring3.visualizer.calls;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell that is as high as its text needs: a table asks a cell for its height without telling it
/// a width, so that a label would never wrap.
final class WrappedCell<T> extends TableCell<CallRow, T> {
    /// Left and right of the text, as in the style sheet.
    private static final double PADDING = 12;

    private final Text text = new Text();
    private final Function<T, String> words;

    WrappedCell(Function<T, String> words) {
        this.words = words;
        text.getStyleClass().add("cell-text");
        text.wrappingWidthProperty().bind(widthProperty().subtract(PADDING));
        setGraphic(text);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        text.setText(empty || item == null ? "" : words.apply(item));
        setAccessibleText(text.getText());
    }
}
