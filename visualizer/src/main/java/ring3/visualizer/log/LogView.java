package ring3.visualizer.log;

import static ring3.visualizer.Texts.text;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.visualizer.Texts;
import ring3.visualizer.sentences.Names;

/// The event log: a table that follows the machine, a field to search it and a button for each
/// group of events.
public final class LogView {
    /// A column up to this width keeps it; the last one takes the rest.
    private static final double NARROW = 120;

    private static final double ROW_HEIGHT = 21;

    /// What the names of the columns take.
    private static final double HEAD_HEIGHT = 27;

    private final LogViewModel model;
    private final Names names;
    private final TableView<KernelEvent> table = new TableView<>();
    private final TextField search = TextFields.createClearableTextField();
    private final VBox panel;

    /// A log over that model, with processes called by these names.
    public LogView(LogViewModel model, Names names) {
        this.model = model;
        this.names = names;
        setUpTable();
        var rows = new WholeRows();
        VBox.setVgrow(rows, Priority.ALWAYS);
        panel = new VBox(header(), rows);
        panel.getStyleClass().addAll("panel", "log");
        panel.setMinSize(0, 0);
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
        var title = new Label(text("log.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("log-filter");
        search.setPromptText(text("log.filter"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        var header = new HBox(title, search);
        for (EventGroup group : EventGroup.values()) {
            header.getChildren().add(toggle(group));
        }
        header.getStyleClass().add("panel-header");
        return header;
    }

    private ToggleButton toggle(EventGroup group) {
        var toggle = new ToggleButton(text("log." + group.key()));
        toggle.setId("log-" + group.key());
        toggle.getStyleClass().add("kind");
        toggle.setTooltip(new Tooltip(text("log." + group.key() + ".tip")));
        toggle.setSelected(model.isShown(group));
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.selectedProperty().addListener((_, _, show) -> model.show(group, show));
        return toggle;
    }

    private void setUpTable() {
        table.setId("log-table");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label(text("log.empty")));
        table.setFixedCellSize(ROW_HEIGHT);
        table.getColumns().add(column("number", 78, e -> Texts.grouped(e.number())));
        table.getColumns().add(column("time", 104, e -> Texts.seconds(e.nanos())));
        table.getColumns().add(column("kind", 78, e -> text("log." + EventGroup.of(e).key())));
        table.getColumns().add(column("process", 84, this::process));
        table.getColumns().add(column("sentence", 400, model::sentence));
        table.heightProperty().subscribe(this::follow);
        table.setRowFactory(_ -> new Row());
        model.rows().addListener((ListChangeListener<KernelEvent>) _ -> follow());
    }

    private String process(KernelEvent event) {
        return names.of(Actors.of(event), event.number());
    }

    /// Keeps the newest row in sight, unless a row is selected: then somebody is reading.
    public void follow() {
        boolean isRead = !table.getSelectionModel().isEmpty();
        if (!isRead && table.lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
            rows.setPosition(1); // The table's own scrollTo stops a row short of a long list's end.
        }
    }

    private static TableColumn<KernelEvent, KernelEvent> column(
            String key, double width, Function<KernelEvent, String> words) {
        var column = new TableColumn<KernelEvent, KernelEvent>(text("log.column." + key));
        column.setId("log-column-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        if (width <= NARROW) {
            column.setMaxWidth(width);
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(words));
        column.getStyleClass().add("log-" + key);
        return column;
    }

    /// A cell that puts its event into words when it is seen.
    private static final class Cell extends TableCell<KernelEvent, KernelEvent> {
        private final Function<KernelEvent, String> words;

        Cell(Function<KernelEvent, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable KernelEvent event, boolean empty) {
            super.updateItem(event, empty);
            setText(empty || event == null ? "" : words.apply(event));
        }
    }

    /// Makes the table as high as so many whole rows: half a row is hard to read.
    private final class WholeRows extends Pane {
        WholeRows() {
            super(table);
        }

        @Override
        protected void layoutChildren() {
            double rows = Math.max(1, Math.floor((getHeight() - HEAD_HEIGHT) / ROW_HEIGHT));
            table.resizeRelocate(0, 0, getWidth(), HEAD_HEIGHT + rows * ROW_HEIGHT);
        }
    }

    /// A row in the style of its group.
    private static final class Row extends TableRow<KernelEvent> {
        @Override
        protected void updateItem(@Nullable KernelEvent event, boolean empty) {
            super.updateItem(event, empty);
            getStyleClass().removeIf(style -> style.startsWith("row-"));
            if (event != null && !empty) {
                getStyleClass().add("row-" + EventGroup.of(event).key());
            }
        }
    }
}
