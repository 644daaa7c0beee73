package ring3.visualizer;

/// How fast the machine runs.
///
/// @param unit what `value` counts
/// @param value more than zero; without meaning when unlimited
public record Speed(Unit unit, double value) {
    /// What a speed is measured in.
    public enum Unit {
        /// Messages delivered in a second of real time: slow enough to follow each.
        MESSAGES_PER_SECOND,
        /// Virtual seconds in a real second.
        TIMES_REAL_TIME,
        /// As fast as the host can.
        UNLIMITED
    }

    /// Virtual time goes by as fast as real time.
    public static final Speed NORMAL = new Speed(Unit.TIMES_REAL_TIME, 1);

    /// As fast as the host can.
    public static final Speed MAX = new Speed(Unit.UNLIMITED, Double.POSITIVE_INFINITY);

    public Speed {
        assert value > 0 : "a machine that stands still is paused, not slow";
    }

    /// A speed that lets the eye follow each message.
    public static Speed messages(double perSecond) {
        return new Speed(Unit.MESSAGES_PER_SECOND, perSecond);
    }

    /// A multiple of real time.
    public static Speed realTime(double times) {
        return new Speed(Unit.TIMES_REAL_TIME, times);
    }
}
