package ring3.visualizer.status;

import static ring3.visualizer.Texts.text;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom of the window.
public final class StatusView {
    private static final PseudoClass PANICKED = PseudoClass.getPseudoClass("panicked");

    private final HBox bar;

    /// A line over that model.
    ///
    /// @param showComponent shows the sheet for a component of one's own
    /// @param showCalls shows the table of kernel calls
    public StatusView(StatusViewModel model, Runnable showComponent, Runnable showCalls) {
        var counts = new Label();
        counts.setId("status-counts");
        counts.textProperty().bind(model.countsProperty());
        counts.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label(text("status.keys"));
        keys.getStyleClass().add("dim");
        bar =
                new HBox(
                        counts,
                        gap,
                        button("component", showComponent),
                        button("calls", showCalls),
                        keys);
        bar.getStyleClass().add("status");
        model.panickedProperty().subscribe(on -> bar.pseudoClassStateChanged(PANICKED, on));
    }

    private static Button button(String name, Runnable action) {
        var button = new Button(text("status." + name));
        button.setId("status-" + name);
        button.setTooltip(new Tooltip(text("status." + name + ".tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The node to put into the window.
    public Region node() {
        return bar;
    }
}
