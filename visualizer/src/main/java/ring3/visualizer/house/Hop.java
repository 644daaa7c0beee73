package ring3.visualizer.house;

import java.util.Optional;
import javafx.geometry.Point2D;

/// A flight at one moment.
///
/// @param progress the part of its way that it has behind it, slow at both ends
record Hop(Flight flight, Route route, double progress) {
    /// The flight as it is now; empty when one of its boxes is gone.
    static Optional<Hop> of(Flight flight, double now, Roads roads) {
        Route route = roads.between(flight.from(), flight.to());
        return route == null
                ? Optional.empty()
                : Optional.of(new Hop(flight, route, ease(flight.progress(now))));
    }

    Point2D at() {
        return route.at(progress);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
