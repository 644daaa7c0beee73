package ring3.bench;

import java.util.List;

/// One row of the table, or a few that come from one run.
///
/// @param name what the first row is called; up to the first dot it names the group
record Measurement(String name, Procedure procedure) {
    /// How it is measured.
    @FunctionalInterface
    interface Procedure {
        /// Measures and tells what came out.
        ///
        /// @throws Impossible when it cannot be measured here
        List<Figure> measure(String name, Effort effort) throws Impossible;
    }

    /// Whether it belongs to that group.
    boolean isIn(String group) {
        return name.startsWith(group + ".");
    }
}
