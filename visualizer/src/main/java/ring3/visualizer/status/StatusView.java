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
    /// @param showCalls shows the table of kernel calls
    public StatusView(StatusViewModel model, Runnable showCalls) {
        var counts = new Label();
        counts.setId("status-counts");
        counts.textProperty().bind(model.countsProperty());
        counts.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label(text("status.keys"));
        keys.getStyleClass().add("dim");
        var calls = new Button(text("status.calls"));
        calls.setId("status-calls");
        calls.setTooltip(new Tooltip(text("status.calls.tip")));
        calls.setMinWidth(Region.USE_PREF_SIZE);
        calls.setOnAction(_ -> showCalls.run());
        bar = new HBox(counts, gap, calls, keys);
        bar.getStyleClass().add("status");
        model.panickedProperty().subscribe(on -> bar.pseudoClassStateChanged(PANICKED, on));
    }

    /// The node to put into the window.
    public Region node() {
        return bar;
    }
}
