package ring3.visualizer.house;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Where the boxes are at present, and so the ways between them.
final class Roads {
    private final Map<String, Rectangle2D> boxes = new HashMap<>();

    void clear() {
        boxes.clear();
    }

    void put(String label, Rectangle2D place) {
        boxes.put(label, place);
    }

    /// Where the box of that label is, or null.
    @Nullable Rectangle2D box(String label) {
        return boxes.get(label);
    }

    Collection<Rectangle2D> boxes() {
        return boxes.values();
    }

    /// The way from one box to another; null when one of them is not there.
    @Nullable Route between(String from, String to) {
        Rectangle2D start = boxes.get(from);
        Rectangle2D end = boxes.get(to);
        return start == null || end == null ? null : Route.between(start, end);
    }
}
