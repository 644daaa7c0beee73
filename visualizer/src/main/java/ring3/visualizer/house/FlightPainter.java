package ring3.visualizer.house;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import ring3.visualizer.Palette;

/// Paints what moves: flows, envelopes with their words, and denials.
final class FlightPainter {
    private static final double WIDTH = 22;
    private static final double HEIGHT = 15;
    private static final double PADDING = 4;
    private static final Font LABEL = Font.font("JetBrains Mono", 11);

    private final GraphicsContext pen;
    private final Roads roads;
    private final LanePainter lanes;
    private final DenialPainter denials;
    private Palette palette;

    FlightPainter(GraphicsContext pen, Roads roads, Palette palette) {
        this.pen = pen;
        this.roads = roads;
        this.palette = palette;
        lanes = new LanePainter(pen, roads);
        denials = new DenialPainter(pen, roads);
    }

    void use(Palette next) {
        palette = next;
    }

    /// @param signs what no words may cover, besides the boxes
    void paint(HouseViewModel model, double boundaryY, List<Rectangle2D> signs) {
        Canvas canvas = pen.getCanvas();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setTextBaseline(VPos.CENTER);
        model.flows().forEach(flow -> lanes.paintFlow(flow, palette));
        var floor = new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight());
        var words = new LabelPlaces(floor, roads.boxes());
        signs.forEach(words::keepFree);
        denials.paint(model.denials(), boundaryY, palette, words);
        List<Hop> hops =
                model.flights().stream()
                        .filter(flight -> flight.progress(model.now()) >= 0)
                        .flatMap(flight -> Hop.of(flight, model.now(), roads).stream())
                        .toList();
        hops.forEach(hop -> words.keepFree(area(hop.at())));
        hops.forEach(hop -> lanes.paintLane(hop, palette));
        hops.forEach(this::paintEnvelope);
        hops.reversed().forEach(hop -> paintWords(hop, words));
    }

    private static Rectangle2D area(Point2D at) {
        return new Rectangle2D(at.getX() - WIDTH / 2, at.getY() - HEIGHT / 2, WIDTH, HEIGHT);
    }

    private void paintEnvelope(Hop hop) {
        Color colour = palette.get(hop.flight().style().token());
        switch (hop.flight().style()) {
            case MESSAGE -> paintEnvelope(area(hop.at()), colour, palette.get("panel"));
            case ANSWER -> paintEnvelope(area(hop.at()), palette.get("panel"), colour);
            case NOTIFICATION, KERNEL_CALL, SIGNAL, COPY -> {
                pen.setFill(colour);
                pen.fillOval(hop.at().getX() - 4, hop.at().getY() - 4, 8, 8);
            }
        }
    }

    private void paintEnvelope(Rectangle2D area, Color paper, Color edges) {
        double x = area.getMinX();
        double y = area.getMinY();
        pen.setFill(paper);
        pen.fillRect(x, y, WIDTH, HEIGHT);
        pen.setStroke(edges);
        pen.setLineWidth(1.6);
        pen.strokeRect(x, y, WIDTH, HEIGHT);
        pen.strokePolyline(
                new double[] {x, x + WIDTH / 2, x + WIDTH},
                new double[] {y, y + HEIGHT * 0.6, y},
                3);
    }

    /// The newest message chooses its place first: it is the one that people look for.
    private void paintWords(Hop hop, LabelPlaces words) {
        String text = hop.flight().text();
        Rectangle2D place =
                words.take(hop.route(), hop.progress(), Plate.width(text, LABEL) + 2 * PADDING);
        if (place == null) {
            return;
        }
        Plate.paint(pen, place, palette);
        pen.setFill(palette.get(hop.flight().style().token()));
        pen.setFont(LABEL);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(text, place.getMinX() + PADDING, place.getMinY() + place.getHeight() / 2);
    }
}
