package ring3.visualizer.component;

import static ring3.visualizer.Texts.text;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sheet on which a component of one's own is put on the machine.
public final class ComponentView {
    private final ComponentViewModel model;
    private final Button choose = button("choose");
    private final Button put = button("put");
    private final VBox panel;

    /// A sheet over that model.
    public ComponentView(ComponentViewModel model) {
        this.model = model;
        choose.setOnAction(_ -> model.choose());
        put.setOnAction(_ -> model.put());
        put.disableProperty().bind(model.chosenProperty().not());
        put.textProperty()
                .bind(
                        Bindings.when(model.deliveredProperty())
                                .then(text("component.replace"))
                                .otherwise(text("component.put")));
        var title = new Label(text("component.title"));
        title.getStyleClass().add("inspector-title");
        var about = label("component-about", "dim");
        about.setText(text("component.about"));
        var words = label("component-words");
        words.textProperty().bind(model.wordsProperty());
        var buttons = new HBox(choose, put);
        buttons.getStyleClass().add("component-buttons");
        panel = new VBox(title, about, buttons, words, lines());
        panel.getStyleClass().addAll("panel", "component");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    private static Button button(String name) {
        var button = new Button(text("component." + name));
        button.setId("component-" + name);
        button.setTooltip(new Tooltip(text("component." + name + ".tip")));
        return button;
    }

    private static Label label(String id, String... styles) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private ListView<String> lines() {
        var lines = new ListView<>(model.lines());
        lines.setId("component-lines");
        lines.getStyleClass().add("mono");
        lines.setAccessibleText(text("component.lines"));
        lines.visibleProperty().bind(Bindings.isNotEmpty(model.lines()));
        return lines;
    }

    /// The node to put into the window.
    public Region node() {
        return panel;
    }

    /// Gives the button that is needed next the keyboard.
    public void focus() {
        (model.chosenProperty().get() ? put : choose).requestFocus();
    }
}
