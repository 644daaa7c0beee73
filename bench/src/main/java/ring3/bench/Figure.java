package ring3.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What a benchmark has found out.
///
/// @param unit the unit of all values
/// @param values one an iteration
record Figure(String name, String unit, double... values) {
    static final String NANOS = "ns";
    static final String BYTES = "bytes";
    static final String EVENTS_PER_SECOND = "events/s";

    /// As the lab reads it: name, unit and values, with a tab between them.
    String line() {
        return name
                + "\t"
                + unit
                + "\t"
                + Arrays.stream(values)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining("\t"));
    }
}
