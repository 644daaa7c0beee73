package ring3.visualizer.house;

/// Something on its way from one box to another.
///
/// @param from the label of the box it leaves
/// @param to the label of the box it goes to
/// @param text what stands beside it
/// @param start when it leaves, in milliseconds of the house's own time
public record Flight(String from, String to, String text, Style style, double start) {
    /// How long a flight takes, in milliseconds.
    public static final double MILLIS = 600;

    /// What it is; each has a line and a shape of its own.
    public enum Style {
        /// A message: a solid line and an envelope.
        MESSAGE,
        /// The answer to one: an open envelope in green.
        ANSWER,
        /// A notification: a dotted line and a small dot.
        NOTIFICATION,
        /// A kernel call: a thin dashed line.
        KERNEL_CALL,
        /// An access to a port, or an interrupt the other way.
        SIGNAL,
        /// A copy through a grant: a thick line.
        COPY;

        /// The token of its colour.
        String token() {
            return switch (this) {
                case MESSAGE -> "accent-text";
                case ANSWER, COPY -> "ok-text";
                case NOTIFICATION -> "past-text";
                case KERNEL_CALL, SIGNAL -> "dim-text";
            };
        }
    }

    /// How far it is at that time: 0 at the sender, 1 at the receiver; less than 0 before it
    /// leaves.
    public double progress(double now) {
        return Math.min(1, (now - start) / MILLIS);
    }

    /// Whether it has arrived.
    public boolean arrived(double now) {
        return now - start >= MILLIS;
    }
}
