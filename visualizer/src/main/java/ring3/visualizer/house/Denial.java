package ring3.visualizer.house;

/// An access that the kernel denied, drawn at the boundary.
///
/// @param from the label of the process
/// @param sentence what the kernel says to it
/// @param start when it happened, in milliseconds of the house's own time
public record Denial(String from, String sentence, double start) {
    /// How long it stays, in milliseconds.
    public static final double MILLIS = 4000;

    /// Whether it has been shown long enough.
    public boolean over(double now) {
        return now - start >= MILLIS;
    }
}
