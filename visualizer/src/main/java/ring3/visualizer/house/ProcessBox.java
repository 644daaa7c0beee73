package ring3.visualizer.house;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import ring3.hardware.LedPicture;
import ring3.visualizer.house.BoxState.Look;
import ring3.visualizer.led.LedView;

/// A box of the house. Its state is looked at once and drawn only when it differs.
final class ProcessBox extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass IN_KERNEL = PseudoClass.getPseudoClass("in-kernel");
    private static final PseudoClass CRAMPED = PseudoClass.getPseudoClass("cramped");
    private static final double ROOM_FOR_DETAIL = 68;
    private static final double ROOM_FOR_STATE = 40;
    private static final int LIGHTS_PITCH_MAX = 4;
    private static final int LIGHTS_FRAME = 1;
    private static final double LIGHTS_MARGIN = 2;

    /// From the outside of a box to its lights: the margin and the box's line.
    private static final double LIGHTS_INSET = LIGHTS_MARGIN + 2;

    private static final Duration TOOLTIP_DELAY = Duration.millis(300);

    private final Label title = new Label();
    private final Label badge = new Label();
    private final Label state = new Label();
    private final Label brief = new Label();
    private final Label detail = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Tooltip tooltip = new Tooltip();
    private final LedView lights = new LedView(LIGHTS_PITCH_MAX, LIGHTS_FRAME);
    private @Nullable BoxState shown;

    ProcessBox(BoxState first, Runnable onSelect) {
        setId(id(first.label()));
        getStyleClass().addAll("box", "box-" + first.layer().key());
        title.getStyleClass().add("box-title");
        badge.getStyleClass().add("box-badge");
        state.getStyleClass().add("box-state");
        detail.getStyleClass().add("box-detail");
        brief.getStyleClass().add("box-state");
        track.getStyleClass().add("cpu-track");
        bar.getStyleClass().add("cpu-bar");
        badge.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(content(), lights);
        lights.setMouseTransparent(true);
        setAlignment(lights, Pos.BOTTOM_CENTER);
        setMargin(lights, new Insets(0, LIGHTS_MARGIN, LIGHTS_MARGIN, LIGHTS_MARGIN));
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(first.layer() != Layer.KERNEL);
        selectOn(onSelect);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        Tooltip.install(this, tooltip);
        update(first);
        widthProperty().subscribe(this::useRoom);
        heightProperty().subscribe(this::useRoom);
    }

    static String id(String label) {
        return label.startsWith("kernel:") || label.startsWith("device:")
                ? label.replace(':', '-').replace(' ', '-')
                : "process-" + label;
    }

    private VBox content() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, brief, badge);
        var rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        var content = new VBox(head, state, detail, rest, track);
        content.getStyleClass().add("box-content");
        return content;
    }

    private void selectOn(Runnable onSelect) {
        setOnMousePressed(event -> {
            requestFocus();
            onSelect.run();
            event.consume();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                onSelect.run();
                event.consume();
            }
        });
    }

    void update(BoxState next) {
        if (next.equals(shown)) {
            return;
        }
        title.setText(next.title());
        state.setText(next.state());
        brief.setText(next.brief());
        detail.setText(next.detail());
        showBadge(next);
        showCpu(next.cpuPercent());
        showLights(next.lights());
        for (Look look : Look.values()) {
            pseudoClassStateChanged(pseudoClass(look), look == next.look());
        }
        pseudoClassStateChanged(IN_KERNEL, next.floor() != next.layer());
        setAccessibleText(next.spoken());
        tooltip.setText(next.spoken());
        shown = next;
    }

    private void useRoom() {
        double taken =
                lights.isVisible()
                        ? lights.prefHeight(getWidth() - 2 * LIGHTS_INSET) + LIGHTS_INSET
                        : 0;
        double height = getHeight() - taken;
        boolean oneLine = height < ROOM_FOR_STATE;
        pseudoClassStateChanged(CRAMPED, oneLine && lights.isVisible());
        show(brief, oneLine);
        show(state, !oneLine);
        show(track, !oneLine);
        show(detail, height >= ROOM_FOR_DETAIL);
    }

    private static void show(Region part, boolean show) {
        part.setVisible(show);
        part.setManaged(show);
    }

    private void showBadge(BoxState next) {
        badge.setText(next.badge());
        show(badge, !next.badge().isEmpty());
    }

    private void showLights(@Nullable LedPicture picture) {
        show(lights, picture != null);
        if (picture != null) {
            lights.show(picture);
        }
    }

    private void showCpu(int percent) {
        track.setOpacity(percent < 0 ? 0 : 1);
        bar.maxWidthProperty().unbind();
        bar.maxWidthProperty().bind(track.widthProperty().multiply(Math.max(0, percent) / 100.0));
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    private static PseudoClass pseudoClass(Look look) {
        return PseudoClass.getPseudoClass(look.name().toLowerCase(Locale.ROOT));
    }
}
