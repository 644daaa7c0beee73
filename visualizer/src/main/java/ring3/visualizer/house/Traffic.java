package ring3.visualizer.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// How many messages go between two boxes when they are too many to follow: a rate for each pair
/// that follows the machine within half a second or so.
final class Traffic {
    private static final double HALF_LIFE_MILLIS = 250;
    private static final double SILENT = 0.5;

    private final Map<Pair, Double> perSecond = new HashMap<>();

    /// A direction between two boxes.
    record Pair(String from, String to) {}

    /// A direction and how many messages a second go there.
    record Flow(String from, String to, double perSecond) {}

    /// Counts one message, or several of which it was picked.
    void add(String from, String to, double weight) {
        perSecond.merge(new Pair(from, to), weight * decayPerSecond(), Double::sum);
    }

    /// Lets time go by.
    void tick(double millis) {
        double left = Math.pow(0.5, millis / HALF_LIFE_MILLIS);
        Iterator<Map.Entry<Pair, Double>> entries = perSecond.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Pair, Double> entry = entries.next();
            entry.setValue(entry.getValue() * left);
            if (entry.getValue() < SILENT) {
                entries.remove();
            }
        }
    }

    /// The flows at this moment.
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        perSecond.forEach((pair, rate) -> flows.add(new Flow(pair.from, pair.to, rate)));
        return flows;
    }

    /// All flows together, in messages a second.
    double total() {
        return perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    void clear() {
        perSecond.clear();
    }

    /// What one message adds, so that a steady stream settles at its true rate.
    private static double decayPerSecond() {
        return Math.log(2) * 1000 / HALF_LIFE_MILLIS;
    }
}
