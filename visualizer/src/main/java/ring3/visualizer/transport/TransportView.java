package ring3.visualizer.transport;

import static ring3.visualizer.Texts.text;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ring3.visualizer.StepSize;

/// The transport bar. It arranges and binds; every decision is in the view model.
public final class TransportView {
    private static final double STEP_SIZE_WIDTH = 160;

    private final TransportViewModel model;
    private final HBox bar = new HBox();

    /// A bar over that model.
    ///
    /// @param scenario what the machine plays
    /// @param changeTheme what the theme button does
    /// @param help what the help button does
    public TransportView(
            TransportViewModel model, String scenario, Runnable changeTheme, Runnable help) {
        this.model = model;
        bar.getStyleClass().add("transport");
        bar.getChildren()
                .addAll(
                        title(scenario),
                        player(),
                        stepSize(),
                        speed(),
                        readOut(),
                        gap(),
                        iconButton("help", help),
                        iconButton("theme", changeTheme),
                        power(),
                        reset());
    }

    /// The node to put into the window.
    public Region node() {
        return bar;
    }

    private static Node title(String scenario) {
        var name = new Label(text("transport.title"));
        name.getStyleClass().add("product");
        var what = new Label(scenario);
        what.setId("transport-scenario");
        what.getStyleClass().add("dim");
        return new VBox(name, what);
    }

    private Node player() {
        Button run = iconButton("run", model::toggleRunning);
        model.runningProperty().subscribe(running -> showRunning(run, running));
        var player =
                new HBox(iconButton("start", model::toStart), run, iconButton("step", model::step));
        player.getStyleClass().add("player");
        return player;
    }

    private static void showRunning(Button run, boolean running) {
        run.getStyleClass().removeAll("icon-run", "icon-pause");
        run.getStyleClass().add(running ? "icon-pause" : "icon-run");
        run.setAccessibleText(text(running ? "transport.pause" : "transport.run"));
    }

    private Node stepSize() {
        var choice = new ComboBox<StepSize>();
        choice.setId("transport-step-size");
        choice.getItems().setAll(StepSize.values());
        choice.setConverter(new StepSizeText());
        choice.valueProperty().bindBidirectional(model.stepSizeProperty());
        choice.setTooltip(new Tooltip(text("transport.stepSize.tip")));
        choice.setMinWidth(STEP_SIZE_WIDTH);
        return choice;
    }

    private Node speed() {
        var slider = new Slider(0, SpeedScale.last(), model.notchProperty().get());
        slider.setId("transport-speed");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.valueProperty().bindBidirectional(model.notchProperty());
        slider.setTooltip(new Tooltip(text("transport.speed.tip")));
        slider.setAccessibleText(text("transport.speed"));
        var words = new Label();
        words.setId("transport-speed-words");
        words.textProperty().bind(model.speedWordsProperty());
        words.getStyleClass().add("speed-words");
        var name = new Label(text("transport.speed"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("dim");
        var row = new HBox(name, slider, words);
        row.getStyleClass().add("speed");
        return row;
    }

    private Node readOut() {
        var event = new Label();
        event.setId("transport-event");
        event.textProperty().bind(model.eventProperty());
        event.getStyleClass().add("read-out");
        var time = new Label();
        time.setId("transport-time");
        time.textProperty().bind(model.timeProperty());
        time.getStyleClass().addAll("read-out", "dim");
        var live = new Label(text("transport.live"));
        live.setId("transport-live");
        live.setMinWidth(Region.USE_PREF_SIZE);
        live.getStyleClass().addAll("chip", "chip-ok");
        live.setTooltip(new Tooltip(text("transport.live.tip")));
        var row = new HBox(new VBox(event, time), live);
        row.getStyleClass().add("read-outs");
        return row;
    }

    private Node power() {
        var lamp = new Label(text("transport.power"));
        lamp.setId("transport-power");
        lamp.setMinWidth(Region.USE_PREF_SIZE);
        lamp.getStyleClass().addAll("power", "dim");
        lamp.setGraphic(new Region());
        model.poweredProperty()
                .subscribe(on -> {
                    lamp.setText(text(on ? "transport.power" : "transport.stopped"));
                    lamp.getStyleClass().remove("off");
                    if (!on) {
                        lamp.getStyleClass().add("off");
                    }
                });
        return lamp;
    }

    private Node reset() {
        var reset = new Button(text("transport.reset"));
        reset.setId("transport-reset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.getStyleClass().add("danger");
        reset.setTooltip(new Tooltip(text("transport.reset.tip")));
        reset.setOnAction(_ -> model.reset());
        return reset;
    }

    private static Button iconButton(String name, Runnable action) {
        var icon = new Region();
        icon.getStyleClass().add("icon");
        var button = new Button();
        button.setGraphic(icon);
        button.setId("transport-" + name);
        button.getStyleClass().addAll("icon-button", "icon-" + name);
        button.setAccessibleText(text("transport." + name));
        button.setTooltip(new Tooltip(text("transport." + name + ".tip")));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Step sizes as the choice shows them.
    private static final class StepSizeText extends StringConverter<StepSize> {
        @Override
        public String toString(StepSize size) {
            return text("transport.stepSize." + size.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public StepSize fromString(String words) {
            throw new UnsupportedOperationException("the choice is not edited");
        }
    }
}
