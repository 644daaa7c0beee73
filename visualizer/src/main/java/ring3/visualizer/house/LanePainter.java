package ring3.visualizer.house;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import ring3.visualizer.Palette;

/// Paints the lines that messages travel on.
final class LanePainter {
    private final GraphicsContext pen;
    private final Roads roads;

    LanePainter(GraphicsContext pen, Roads roads) {
        this.pen = pen;
        this.roads = roads;
    }

    void paintFlow(Traffic.Flow flow, Palette palette) {
        Route route = roads.between(flow.from(), flow.to());
        if (route == null) {
            return;
        }
        pen.setStroke(palette.get("accent-line").deriveColor(0, 1, 1, 0.6));
        pen.setLineWidth(Math.clamp(Math.log10(flow.perSecond() + 1) * 2.2, 1, 11));
        pen.setLineDashes();
        pen.setLineCap(StrokeLineCap.ROUND);
        stroke(route);
    }

    void paintLane(Hop hop, Palette palette) {
        Flight flight = hop.flight();
        pen.setStroke(palette.get(flight.style().token()));
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setLineWidth(flight.style() == Flight.Style.COPY ? 4 : 1.8);
        switch (flight.style()) {
            case NOTIFICATION -> pen.setLineDashes(2, 4);
            case KERNEL_CALL, SIGNAL -> pen.setLineDashes(6, 4);
            case MESSAGE, ANSWER, COPY -> pen.setLineDashes();
        }
        stroke(hop.route());
        // What is painted with this pen next has whole edges.
        pen.setLineDashes();
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
}
