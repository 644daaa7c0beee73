package ring3.bench;

/// One row of the table.
///
/// @param name what it is called; up to the first dot that is its group
record Measurement(String name, Procedure procedure) {
    /// How it is measured.
    @FunctionalInterface
    interface Procedure {
        /// Measures and tells what came out.
        ///
        /// @throws Impossible when it cannot be measured here
        Figure measure(String name, Effort effort) throws Impossible;
    }

    /// Whether it belongs to that group.
    boolean isIn(String group) {
        return name.startsWith(group + ".");
    }

    /// The line that tells what came out: that of the figure, or name, `impossible` and reason.
    String line(Effort effort) {
        try {
            return procedure.measure(name, effort).line();
        } catch (Impossible problem) {
            return name + "\timpossible\t" + problem.getMessage();
        }
    }
}
