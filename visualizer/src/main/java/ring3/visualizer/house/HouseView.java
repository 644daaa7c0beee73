package ring3.visualizer.house;

import static ring3.visualizer.Texts.grouped;
import static ring3.visualizer.Texts.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import ring3.visualizer.KernelSize;
import ring3.visualizer.Palette;

/// The house: a node for each thing that can be clicked or read aloud, and a canvas behind them for
/// what moves: a message that has to cross a layer passes under it and hides nothing.
public final class HouseView {
    private static final PseudoClass PANICKED = PseudoClass.getPseudoClass("panicked");
    private static final Duration FADE = Duration.millis(450);

    private final HouseViewModel model;
    private final Pane floor = new Floor();
    private final Pane boxPane = new Pane();
    private final Canvas canvas = new Canvas();
    private final Map<Layer, VBox> bands = new EnumMap<>(Layer.class);
    private final Line boundary = new Line();
    private final Label boundaryName = boundaryName(KernelSize.counted());
    private final Label legend = new Label(text("house.aggregated"));
    private final Map<String, ProcessBox> boxes = new HashMap<>();
    private final Roads roads = new Roads();
    private final FlightPainter painter;
    private HouseLayout layout = new HouseLayout(0, 0);
    private boolean painted;

    /// A house over that model, in these colours.
    public HouseView(HouseViewModel model, Palette palette) {
        this.model = model;
        painter = new FlightPainter(canvas.getGraphicsContext2D(), roads, palette);
        floor.setId("house");
        floor.getStyleClass().addAll("panel", "house");
        floor.setFocusTraversable(true);
        canvas.setMouseTransparent(true);
        boundary.getStyleClass().add("boundary");
        legend.getStyleClass().add("legend");
        legend.setId("house-legend");
        for (Layer layer : Layer.values()) {
            bands.put(layer, band(layer));
        }
        floor.getChildren().addAll(bands.values());
        floor.getChildren().addAll(boundary, boundaryName, canvas, boxPane, legend);
        boxPane.setPickOnBounds(false);
        model.boxesProperty().subscribe(this::show);
        model.selection().labelProperty().subscribe(this::select);
        model.panickedProperty().subscribe(this::showPanic);
    }

    /// The node to put into the window.
    public Region node() {
        return floor;
    }

    /// Paints in these colours from now on.
    public void use(Palette palette) {
        painter.use(palette);
        painted = true;
        paint();
    }

    /// Paints what moves; called once a frame.
    public void paint() {
        legend.setVisible(model.isAggregated());
        boolean moving =
                !model.flights().isEmpty() || !model.denials().isEmpty() || model.isAggregated();
        if (moving || painted) {
            painter.paint(model, layout.boundaryY(), List.of(area(boundaryName)));
        }
        painted = moving;
    }

    private static Rectangle2D area(Region region) {
        return new Rectangle2D(
                region.getLayoutX(), region.getLayoutY(), region.getWidth(), region.getHeight());
    }

    private static Label boundaryName(KernelSize size) {
        var name = new Label(boundaryText(size));
        name.setId("house-boundary");
        name.setTooltip(new Tooltip(text("house.boundary.tip")));
        name.getStyleClass().add("boundary-name");
        return name;
    }

    private static String boundaryText(KernelSize size) {
        return text("house.boundary", grouped(size.lines()), grouped(size.most()));
    }

    /// Without a kernel nothing holds: the line between the modes means nothing any more.
    private void showPanic(boolean panicked) {
        boundary.pseudoClassStateChanged(PANICKED, panicked);
        boundaryName.pseudoClassStateChanged(PANICKED, panicked);
        boundaryName.setText(
                panicked ? text("house.panicked") : boundaryText(KernelSize.counted()));
        VBox kernel = bands.get(Layer.KERNEL);
        if (kernel != null) {
            kernel.pseudoClassStateChanged(PANICKED, panicked);
        }
        floor.requestLayout();
    }

    private static VBox band(Layer layer) {
        var name = new Label(text("layer." + layer.key()));
        name.getStyleClass().add("band-name");
        name.setWrapText(true);
        var ring = new Label(text("layer." + layer.key() + ".ring"));
        ring.getStyleClass().add("band-ring");
        var band = new VBox(name, ring);
        band.getStyleClass().addAll("band", "band-" + layer.key());
        name.setMaxWidth(HouseLayout.NAMES_WIDTH - 18);
        return band;
    }

    private void show(List<BoxState> states) {
        Set<String> present = new HashSet<>();
        roads.clear();
        for (BoxState state : states) {
            present.add(state.label());
            showBox(state);
        }
        List.copyOf(boxes.keySet()).stream().filter(l -> !present.contains(l)).forEach(this::leave);
    }

    private void showBox(BoxState state) {
        ProcessBox box =
                boxes.computeIfAbsent(
                        state.label(),
                        label -> {
                            var made = new ProcessBox(state, () -> model.select(label));
                            made.select(label.equals(model.selection().label()));
                            made.setManaged(false);
                            boxPane.getChildren().add(made);
                            return made;
                        });
        box.update(state);
        Rectangle2D place = layout.box(state.floor(), state.place(), state.places());
        roads.put(state.label(), place);
        box.resizeRelocate(
                Math.rint(place.getMinX()),
                Math.rint(place.getMinY()),
                Math.rint(place.getWidth()),
                Math.rint(place.getHeight()));
    }

    private void leave(String label) {
        ProcessBox box = boxes.remove(label);
        if (box == null) {
            return;
        }
        box.setId(null);
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        var fade = new FadeTransition(FADE, box);
        fade.setToValue(0);
        fade.setOnFinished(_ -> boxPane.getChildren().remove(box));
        fade.play();
    }

    private void select(String label) {
        boxes.forEach((name, box) -> box.select(name.equals(label)));
    }

    private void arrange(double width, double height) {
        layout = new HouseLayout(width, height);
        canvas.setWidth(width);
        canvas.setHeight(height);
        boxPane.resizeRelocate(0, 0, width, height);
        for (Layer layer : Layer.values()) {
            Rectangle2D band = layout.band(layer);
            place(bands.get(layer), band);
        }
        double y = Math.rint(layout.boundaryY()) + 0.5;
        boundary.setStartX(8);
        boundary.setEndX(width - 8);
        boundary.setStartY(y);
        boundary.setEndY(y);
        boundaryName.autosize();
        boundaryName.relocate(12, Math.rint(y - boundaryName.getHeight() / 2));
        legend.autosize();
        legend.relocate(width - legend.getWidth() - 10, Math.rint(y - legend.getHeight() / 2));
        show(model.boxesProperty().get());
        painted = true;
    }

    private static void place(@Nullable Region region, Rectangle2D at) {
        if (region != null) {
            region.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        }
    }

    /// Lays the house out itself: places follow from the size alone.
    private final class Floor extends Pane {
        @Override
        protected void layoutChildren() {
            arrange(getWidth(), getHeight());
        }
    }
}
