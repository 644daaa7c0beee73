package ring3.visualizer.calls;

import static ring3.visualizer.Texts.grouped;
import static ring3.visualizer.Texts.text;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelCallTable;

/// The table of kernel calls, with a field to search it. A click on a column's name sorts by it.
public final class CallsView {
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final CallsViewModel model;
    private final TableView<CallRow> table = new TableView<>();
    private final TextField search = TextFields.createClearableTextField();
    private final VBox panel;

    /// A table over that model.
    public CallsView(CallsViewModel model) {
        this.model = model;
        setUpTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        panel = new VBox(header(), table);
        panel.getStyleClass().addAll("panel", "log", "calls");
    }

    /// The node to put into the window.
    public Region node() {
        return panel;
    }

    /// Gives the search field the keyboard.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox header() {
        var title = new Label(text("calls.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("calls-filter");
        search.setPromptText(text("calls.filter"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        var about = new Label(text("calls.about"));
        about.getStyleClass().add("dim");
        var header = new HBox(title, search, about);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private void setUpTable() {
        table.setId("calls-table");
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(text("calls.empty")));
        table.setRowFactory(_ -> new Row());
        var columns = table.getColumns();
        columns.add(number("made", 64, CallRow::madeProperty));
        columns.add(number("number", 44, row -> constant(row.entry().call().number())));
        columns.add(words("name", 134, row -> row.call().name()));
        columns.add(words("group", 92, KernelCallTable.Row::group));
        columns.add(words("meaning", 260, row -> row.call().meaning()));
        columns.add(words("arguments", 250, KernelCallTable.Row::argumentList));
        columns.add(words("errors", 200, KernelCallTable.Row::errorList));
        columns.add(words("callers", 130, row -> row.call().callers()));
    }

    private static <T> ObservableValue<T> constant(T value) {
        return new ReadOnlyObjectWrapper<>(value);
    }

    private static TableColumn<CallRow, Number> number(
            String key, double width, Function<CallRow, ObservableValue<Number>> value) {
        var column = column(key, width, value, number -> grouped(number.longValue()));
        column.setMaxWidth(width);
        column.getStyleClass().add("calls-count");
        return column;
    }

    private static TableColumn<CallRow, String> words(
            String key, double width, Function<KernelCallTable.Row, String> words) {
        return column(key, width, row -> constant(words.apply(row.entry())), Function.identity());
    }

    private static <T> TableColumn<CallRow, T> column(
            String key,
            double width,
            Function<CallRow, ObservableValue<T>> value,
            Function<T, String> words) {
        var column = new TableColumn<CallRow, T>(text("calls.column." + key));
        column.setId("calls-column-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(width / 2);
        column.setReorderable(false);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(_ -> new WrappedCell<>(words));
        column.getStyleClass().add("calls-" + key);
        return column;
    }

    /// A row that is dim when the kernel has no such call.
    private static final class Row extends TableRow<CallRow> {
        @Override
        protected void updateItem(@Nullable CallRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean absent = row != null && !row.entry().call().isImplemented();
            pseudoClassStateChanged(ABSENT, absent);
        }
    }
}
