package ring3.app.bench;

import java.util.Arrays;

/// What one benchmark found.
///
/// @param value the median of all runs
/// @param unit what all values are measured in
/// @param runs how often it was measured
/// @param lowest the lowest of the values
/// @param highest the highest of them
public record BenchResult(
        String name, double value, String unit, int runs, double lowest, double highest) {
    /// The result of at least one run.
    static BenchResult of(String name, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double median = (sorted[last / 2] + sorted[sorted.length / 2]) / 2;
        return new BenchResult(name, median, unit, sorted.length, sorted[0], sorted[last]);
    }
}
