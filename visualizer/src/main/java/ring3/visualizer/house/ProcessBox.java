package ring3.visualizer.house;

import java.util.Locale;
import javafx.css.PseudoClass;
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
import ring3.visualizer.house.BoxState.Look;

/// A box of the house. Its state is looked at once and drawn only when it differs.
final class ProcessBox extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass IN_KERNEL = PseudoClass.getPseudoClass("in-kernel");
    private static final double ROOM_FOR_DETAIL = 68;
    private static final double ROOM_FOR_STATE = 40;
    private static final Duration TOOLTIP_DELAY = Duration.millis(300);

    private final Label title = new Label();
    private final Label badge = new Label();
    private final Label state = new Label();
    private final Label brief = new Label();
    private final Label detail = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Tooltip tooltip = new Tooltip();
    private @Nullable BoxState shown;

    ProcessBox(BoxState first, Runnable onSelect) {
        setId(id(first.label()));
        getStyleClass().addAll("box", "box-" + first.layer().key());
        title.getStyleClass().add("box-title");
        badge.getStyleClass().add("box-badge");
        state.getStyleClass().add("box-state");
        detail.getStyleClass().add("box-detail");
        brief.getStyleClass().add("box-state");
        heightProperty().subscribe(height -> useRoom(height.doubleValue()));
        track.getStyleClass().add("cpu-track");
        bar.getStyleClass().add("cpu-bar");
        badge.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().add(content());
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(first.layer() != Layer.KERNEL && first.layer() != Layer.HARDWARE);
        selectOn(onSelect);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        Tooltip.install(this, tooltip);
        update(first);
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
        for (Look look : Look.values()) {
            pseudoClassStateChanged(pseudoClass(look), look == next.look());
        }
        pseudoClassStateChanged(IN_KERNEL, next.floor() != next.layer());
        setAccessibleText(next.spoken());
        tooltip.setText(next.spoken());
        shown = next;
    }

    private void useRoom(double height) {
        boolean oneLine = height < ROOM_FOR_STATE;
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
