package ring3.visualizer.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ring3.visualizer.Speed;
import ring3.visualizer.Texts;

/// The notches of the speed slider, about three for each power of ten: from one message a second to
/// a hundred, then from a thousandth of real time to a hundred times, then no limit.
public final class SpeedScale {
    private static final double[] STEPS = {1, 2, 5};
    private static final List<Speed> NOTCHES = notches();

    private SpeedScale() {}

    private static List<Speed> notches() {
        List<Speed> notches = new ArrayList<>();
        for (double power = 1; power <= 10; power *= 10) {
            for (double step : STEPS) {
                notches.add(Speed.messages(step * power));
            }
        }
        notches.add(Speed.messages(100));
        for (int power = -3; power <= 1; power++) {
            for (double step : STEPS) {
                notches.add(Speed.realTime(step * Math.pow(10, power)));
            }
        }
        notches.add(Speed.MAX);
        return List.copyOf(notches);
    }

    /// The number of the last notch; the first is 0.
    public static int last() {
        return NOTCHES.size() - 1;
    }

    /// The notch of normal speed.
    public static int normal() {
        return notch(Speed.NORMAL);
    }

    /// The speed of a notch; one outside the scale counts as the nearest.
    public static Speed speed(int notch) {
        return NOTCHES.get(Math.clamp(notch, 0, last()));
    }

    /// The notch that is nearest to a speed.
    public static int notch(Speed speed) {
        int best = 0;
        for (int i = 0; i <= last(); i++) {
            if (distance(NOTCHES.get(i), speed) < distance(NOTCHES.get(best), speed)) {
                best = i;
            }
        }
        return best;
    }

    private static double distance(Speed a, Speed b) {
        if (a.unit() != b.unit()) {
            return Double.POSITIVE_INFINITY;
        }
        return a.equals(b) ? 0 : Math.abs(Math.log(a.value() / b.value()));
    }

    /// A speed in words.
    public static String words(Speed speed) {
        return switch (speed.unit()) {
            case MESSAGES_PER_SECOND -> Texts.text("speed.messages", number(speed.value()));
            case TIMES_REAL_TIME -> Texts.text("speed.realTime", number(speed.value()));
            case UNLIMITED -> Texts.text("speed.max");
        };
    }

    private static String number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%s", rounded);
    }
}
