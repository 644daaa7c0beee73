package ring3.visualizer.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Finds places for the words beside envelopes: on no box, on no envelope and on no other words. An
/// envelope for whose words there is no room goes without.
final class LabelPlaces {
    /// How far words stand from the middle of what they belong to.
    static final double BESIDE = 12;

    /// How far words may slide up or down to get off a box.
    private static final double SLIDE_MAX = 18;

    /// Parts of the way from the envelope to a place on its line, the nearest first.
    private static final double[] ALONG = {0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4};

    private final Rectangle2D floor;
    private final Collection<Rectangle2D> boxes;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /// @param floor what all words must lie on
    /// @param boxes what no words may cover
    LabelPlaces(Rectangle2D floor, Collection<Rectangle2D> boxes) {
        this.floor = floor;
        this.boxes = boxes;
    }

    /// Keeps words away from there.
    void keepFree(Rectangle2D area) {
        taken.add(area);
    }

    /// A place for words that belong to what is at that part of the way; null if there is none.
    @Nullable Rectangle2D take(Route route, double progress, double width) {
        for (double along : ALONG) {
            Point2D at = route.at(Math.clamp(progress + along, 0, 1));
            Rectangle2D right = free(at.getX() + BESIDE, at.getY(), width);
            Rectangle2D place =
                    right == null ? free(at.getX() - BESIDE - width, at.getY(), width) : right;
            if (place != null) {
                taken.add(place);
                return place;
            }
        }
        return null;
    }

    private @Nullable Rectangle2D free(double x, double middleY, double width) {
        var wish = new Rectangle2D(x, middleY - Plate.HEIGHT / 2, width, Plate.HEIGHT);
        Rectangle2D place = offBoxes(wish);
        boolean isFree =
                floor.contains(place)
                        && taken.stream().noneMatch(place::intersects)
                        && boxes.stream().noneMatch(place::intersects);
        return isFree ? place : null;
    }

    /// Slides off the first box that is in the way; the place stays as it is when that is too far.
    private Rectangle2D offBoxes(Rectangle2D wish) {
        for (Rectangle2D box : boxes) {
            if (box.intersects(wish)) {
                double down = box.getMaxY() - wish.getMinY() + 1;
                double up = wish.getMaxY() - box.getMinY() + 1;
                double slide = down < up ? down : -up;
                return Math.abs(slide) > SLIDE_MAX ? wish : moved(wish, slide);
            }
        }
        return wish;
    }

    private static Rectangle2D moved(Rectangle2D area, double down) {
        return new Rectangle2D(
                area.getMinX(), area.getMinY() + down, area.getWidth(), area.getHeight());
    }
}
