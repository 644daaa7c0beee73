package ring3.visualizer.house;

/// An access that was denied: of a process by the kernel, drawn at the boundary, or of a device by
/// the IOMMU, drawn between hardware and kernel.
///
/// @param from the label of the process or device
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
