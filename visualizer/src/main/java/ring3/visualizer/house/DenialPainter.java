package ring3.visualizer.house;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import ring3.visualizer.Palette;

/// Paints what was denied: a line from the process down to the boundary, or from the device up to
/// the kernel, a cross where it ends, and beside it, of the newest, what the refusal says.
final class DenialPainter {
    private static final Font SENTENCE = Font.font("Inter SemiBold", 11.5);
    private static final double RADIUS = 9;

    /// Between the boundary and the sentence below it.
    private static final double BELOW = 18;

    /// Between a device and the middle of the gap above the devices.
    private static final double ABOVE = 14;

    private final GraphicsContext pen;
    private final Roads roads;

    DenialPainter(GraphicsContext pen, Roads roads) {
        this.pen = pen;
        this.roads = roads;
    }

    /// Paints them and keeps the words of others away.
    void paint(List<Denial> denials, double boundaryY, Palette palette, LabelPlaces words) {
        for (Denial denial : denials) {
            Rectangle2D box = roads.box(denial.from());
            if (box != null) {
                double x = box.getMinX() + box.getWidth() / 2;
                boolean device = box.getMinY() > boundaryY;
                double y = device ? box.getMinY() - ABOVE : boundaryY;
                paintCross(x, device ? box.getMinY() : box.getMaxY(), y, palette);
                words.keepFree(new Rectangle2D(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
                if (denial.equals(denials.getLast())) {
                    double width = Plate.width(denial.sentence(), SENTENCE) + 8;
                    var at =
                            device
                                    ? new Point2D(beside(x, width), y)
                                    : new Point2D(x - width / 2, y + BELOW);
                    paintSentence(denial.sentence(), width, at, palette, words);
                }
            }
        }
    }

    private void paintCross(double x, double from, double to, Palette palette) {
        Color colour = palette.get("fault-line");
        pen.setStroke(colour);
        pen.setLineWidth(3);
        pen.setLineDashes();
        pen.strokeLine(x, from, x, to);
        pen.setFill(colour);
        pen.fillOval(x - RADIUS, to - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.setStroke(palette.get("panel"));
        pen.setLineWidth(2.4);
        pen.strokeLine(x - 4, to - 4, x + 4, to + 4);
        pen.strokeLine(x - 4, to + 4, x + 4, to - 4);
    }

    /// Where a sentence begins that stands right of the cross, or left of it if there is no room.
    private double beside(double x, double width) {
        boolean room = x + RADIUS + 4 + width <= pen.getCanvas().getWidth() - 8;
        return room ? x + RADIUS + 4 : x - RADIUS - 4 - width;
    }

    private void paintSentence(
            String sentence, double width, Point2D at, Palette palette, LabelPlaces words) {
        double room = pen.getCanvas().getWidth() - 8 - width;
        double begin = Math.clamp(at.getX(), 8, Math.max(8, room));
        var area = new Rectangle2D(begin, at.getY() - Plate.HEIGHT / 2, width, Plate.HEIGHT);
        Plate.paint(pen, area, palette);
        words.keepFree(area);
        pen.setFill(palette.get("fault-text"));
        pen.setFont(SENTENCE);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(sentence, begin + 4, at.getY());
    }
}
