package ring3.visualizer.house;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// The way from one box to another: a cubic curve that leaves and arrives upright. Within a layer
/// it bows out over the upper edge, and there and back are a little apart.
///
/// @param start where it leaves
/// @param first its first control point
/// @param second its second control point
/// @param end where it arrives
record Route(Point2D start, Point2D first, Point2D second, Point2D end) {
    private static final double APART = 5;
    private static final double BOW = 26;

    static Route between(Rectangle2D from, Rectangle2D to) {
        if (Math.abs(middleY(from) - middleY(to)) < 1) {
            return bow(from, to);
        }
        return middleY(from) < middleY(to)
                ? upright(below(from, -APART), above(to, -APART))
                : upright(above(from, APART), below(to, APART));
    }

    private static Route upright(Point2D start, Point2D end) {
        double bend = (end.getY() - start.getY()) / 2;
        return new Route(start, start.add(0, bend), end.subtract(0, bend), end);
    }

    private static Route bow(Rectangle2D from, Rectangle2D to) {
        Point2D start = above(from, APART);
        Point2D end = above(to, APART);
        return new Route(start, start.subtract(0, BOW), end.subtract(0, BOW), end);
    }

    /// Where it is after a part of the way, 0 to 1.
    Point2D at(double t) {
        double u = 1 - t;
        return start.multiply(u * u * u)
                .add(first.multiply(3 * u * u * t))
                .add(second.multiply(3 * u * t * t))
                .add(end.multiply(t * t * t));
    }

    private static Point2D above(Rectangle2D box, double shift) {
        return new Point2D(middleX(box) + shift, box.getMinY());
    }

    private static Point2D below(Rectangle2D box, double shift) {
        return new Point2D(middleX(box) + shift, box.getMaxY());
    }

    private static double middleX(Rectangle2D box) {
        return box.getMinX() + box.getWidth() / 2;
    }

    private static double middleY(Rectangle2D box) {
        return box.getMinY() + box.getHeight() / 2;
    }
}
