package ring3.visualizer.inspector;

/// A line of the inspector.
///
/// @param name what it is about
/// @param value what there is to say
/// @param grave whether it tells of a fault, and is marked
public record Fact(String name, String value, boolean grave) {
    /// A line without a mark.
    public Fact(String name, String value) {
        this(name, value, false);
    }
}
