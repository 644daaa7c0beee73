package ring3.visualizer.house;

import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import ring3.visualizer.Palette;

/// Paints what moves above the boxes: envelopes, flows and denials.
final class FlightPainter {
    private static final double WIDTH = 22;
    private static final double HEIGHT = 15;
    private static final Font LABEL = Font.font("JetBrains Mono", 11);
    private static final Font SENTENCE = Font.font("Inter SemiBold", 11.5);

    private final GraphicsContext pen;
    private final Map<String, Rectangle2D> boxes;
    private Palette palette;

    /// @param boxes where the boxes are, by label; read anew at each painting
    FlightPainter(GraphicsContext pen, Map<String, Rectangle2D> boxes, Palette palette) {
        this.pen = pen;
        this.boxes = boxes;
        this.palette = palette;
    }

    void use(Palette next) {
        palette = next;
    }

    void paint(HouseViewModel model, double boundaryY) {
        pen.clearRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
        pen.setTextBaseline(VPos.CENTER);
        model.flows().forEach(this::paintFlow);
        model.flights().forEach(flight -> paintFlight(flight, model.now()));
        model.denials().forEach(denial -> paintDenial(denial, boundaryY));
    }

    private void paintFlow(Traffic.Flow flow) {
        Route route = route(flow.from(), flow.to());
        if (route == null) {
            return;
        }
        double thickness = Math.clamp(Math.log10(flow.perSecond() + 1) * 2.2, 1, 11);
        pen.setStroke(palette.get("accent-line").deriveColor(0, 1, 1, 0.6));
        pen.setLineWidth(thickness);
        pen.setLineDashes();
        pen.setLineCap(StrokeLineCap.ROUND);
        stroke(route);
    }

    private void paintFlight(Flight flight, double now) {
        Route route = route(flight.from(), flight.to());
        double progress = flight.progress(now);
        if (route == null || progress < 0) {
            return;
        }
        Color colour = colour(flight.style());
        pen.setStroke(colour);
        pen.setLineCap(StrokeLineCap.BUTT);
        line(flight.style());
        stroke(route);
        pen.setLineDashes();
        Point2D at = route.at(ease(progress));
        if (isEnvelope(flight.style())) {
            paintEnvelope(at, colour, flight.style());
        } else {
            pen.setFill(colour);
            pen.fillOval(at.getX() - 4, at.getY() - 4, 8, 8);
        }
        paintLabel(flight.text(), at, colour);
    }

    private static boolean isEnvelope(Flight.Style style) {
        return style == Flight.Style.MESSAGE || style == Flight.Style.ANSWER;
    }

    private Color colour(Flight.Style style) {
        return palette.get(
                switch (style) {
                    case MESSAGE -> "accent-text";
                    case ANSWER, COPY -> "ok-text";
                    case NOTIFICATION -> "past-text";
                    case KERNEL_CALL, SIGNAL -> "dim-text";
                });
    }

    private void line(Flight.Style style) {
        pen.setLineWidth(style == Flight.Style.COPY ? 4 : 1.8);
        switch (style) {
            case NOTIFICATION -> pen.setLineDashes(2, 4);
            case KERNEL_CALL, SIGNAL -> pen.setLineDashes(6, 4);
            case MESSAGE, ANSWER, COPY -> pen.setLineDashes();
        }
    }

    private void stroke(Route route) {
        pen.beginPath();
        pen.moveTo(route.start().getX(), route.start().getY());
        pen.bezierCurveTo(
                route.first().getX(),
                route.first().getY(),
                route.second().getX(),
                route.second().getY(),
                route.end().getX(),
                route.end().getY());
        pen.stroke();
    }

    private void paintEnvelope(Point2D at, Color colour, Flight.Style style) {
        double x = at.getX() - WIDTH / 2;
        double y = at.getY() - HEIGHT / 2;
        pen.setFill(style == Flight.Style.ANSWER ? palette.get("panel") : colour);
        pen.fillRect(x, y, WIDTH, HEIGHT);
        pen.setStroke(style == Flight.Style.ANSWER ? colour : palette.get("panel"));
        pen.setLineWidth(1.6);
        pen.strokeRect(x, y, WIDTH, HEIGHT);
        pen.strokePolyline(
                new double[] {x, x + WIDTH / 2, x + WIDTH},
                new double[] {y, y + HEIGHT * 0.6, y},
                3);
    }

    /// The words stand on a plate: they cross lines and boxes.
    private void paintLabel(String text, Point2D at, Color colour) {
        double width = width(text, LABEL);
        boolean left = at.getX() + WIDTH + width > pen.getCanvas().getWidth();
        double x = left ? at.getX() - WIDTH / 2 - 8 - width : at.getX() + WIDTH / 2 + 4;
        paintPlate(x, at.getY(), width + 4);
        pen.setFill(colour);
        pen.setFont(LABEL);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(text, x + 2, at.getY());
    }

    private void paintPlate(double x, double y, double width) {
        pen.setFill(palette.get("panel").deriveColor(0, 1, 1, 0.9));
        pen.fillRoundRect(x - 1, y - 8, width + 2, 16, 6, 6);
    }

    private void paintDenial(Denial denial, double boundaryY) {
        Rectangle2D box = boxes.get(denial.from());
        if (box == null) {
            return;
        }
        double x = box.getMinX() + box.getWidth() / 2;
        Color colour = palette.get("fault-line");
        pen.setStroke(colour);
        pen.setLineWidth(3);
        pen.setLineDashes();
        pen.strokeLine(x, box.getMaxY(), x, boundaryY);
        pen.setFill(colour);
        pen.fillOval(x - 9, boundaryY - 9, 18, 18);
        pen.setStroke(palette.get("panel"));
        pen.setLineWidth(2.4);
        pen.strokeLine(x - 4, boundaryY - 4, x + 4, boundaryY + 4);
        pen.strokeLine(x - 4, boundaryY + 4, x + 4, boundaryY - 4);
        paintSentence(denial.sentence(), x, boundaryY);
    }

    private void paintSentence(String sentence, double x, double y) {
        double width = width(sentence, SENTENCE);
        boolean left = x + 16 + width > pen.getCanvas().getWidth() - 8;
        double begin = left ? Math.max(8, x - 18 - width) : x + 14;
        paintPlate(begin, y, width + 8);
        pen.setFill(palette.get("fault-text"));
        pen.setFont(SENTENCE);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(sentence, begin + 4, y);
    }

    private static double width(String text, Font font) {
        var measure = new Text(text);
        measure.setFont(font);
        return measure.getLayoutBounds().getWidth();
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private @Nullable Route route(String from, String to) {
        Rectangle2D start = boxes.get(from);
        Rectangle2D end = boxes.get(to);
        return start == null || end == null ? null : Route.between(start, end);
    }
}
