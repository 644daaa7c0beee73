package ring3.visualizer.inspector;

import static ring3.visualizer.Texts.text;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The inspector of what is selected, a process or a device.
public final class InspectorView {
    private final InspectorViewModel model;
    private final StackPane panel;

    /// An inspector over these models.
    public InspectorView(InspectorViewModel model, DeviceViewModel device) {
        this.model = model;
        var nothing = new Label(text("inspector.nothing"));
        nothing.setId("inspector-nothing");
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("dim", "nothing");
        nothing.visibleProperty().bind(model.presentProperty().or(device.presentProperty()).not());
        VBox content = content();
        content.visibleProperty().bind(model.presentProperty());
        panel = new StackPane(nothing, content, new DeviceView(device).node());
        panel.getStyleClass().addAll("panel", "inspector");
        panel.setMinSize(0, 0);
    }

    /// The node to put into the window.
    public Region node() {
        return panel;
    }

    private VBox content() {
        TabPane tabs = tabs();
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return new VBox(header(), tabs);
    }

    private Node header() {
        var title = new Label();
        title.setId("inspector-title");
        title.textProperty().bind(model.titleProperty());
        title.getStyleClass().add("inspector-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var chip = new Label();
        chip.setId("inspector-chip");
        chip.textProperty().bind(model.chipProperty());
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        model.mortalProperty()
                .subscribe(mortal ->
                        chip.getStyleClass()
                                .setAll("label", "chip", mortal ? "chip-ok" : "chip-fault"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header =
                new HBox(
                        title,
                        chip,
                        gap,
                        action("crash", model::crash),
                        action("kill", model::kill));
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private TabPane tabs() {
        var tabs = new TabPane(stateTab(), rightsTab(), messagesTab());
        tabs.setId("inspector-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        return tabs;
    }

    private Tab stateTab() {
        var facts = new FactGrid();
        facts.setId("inspector-state");
        model.stateProperty().subscribe(facts::show);
        var place = new Label();
        place.setId("inspector-place");
        place.textProperty().bind(model.placeProperty());
        place.getStyleClass().addAll("source-place", "mono");
        var listing = new SourceListing();
        listing.setId("inspector-source");
        model.sourceProperty().subscribe(listing::show);
        VBox.setVgrow(listing, Priority.ALWAYS);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        return tab("state", new VBox(facts, place, listing));
    }

    private Tab rightsTab() {
        var facts = new FactGrid();
        facts.setId("inspector-rights");
        model.rightsProperty().subscribe(facts::show);
        var scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return tab("rights", scroll);
    }

    private Tab messagesTab() {
        var list = new ListView<String>(FXCollections.observableArrayList());
        list.setId("inspector-messages");
        list.getStyleClass().add("mono");
        list.setCellFactory(_ -> new Line());
        model.messagesProperty().subscribe(lines -> list.getItems().setAll(lines));
        return tab("messages", list);
    }

    private static Tab tab(String name, Node content) {
        var tab = new Tab(text("inspector." + name), content);
        tab.setId("inspector-tab-" + name);
        return tab;
    }

    private Button action(String id, Runnable what) {
        var button = new Button(text("inspector." + id));
        button.setId(id);
        button.getStyleClass().add("danger");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(text("inspector." + id + ".tip")));
        button.disableProperty().bind(model.mortalProperty().not());
        button.setOnAction(_ -> what.run());
        return button;
    }

    /// A line of the list, broken where the list ends.
    private static final class Line extends ListCell<String> {
        Line() {
            setWrapText(true);
            setPrefWidth(0); // The list makes it as wide as there is room.
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
