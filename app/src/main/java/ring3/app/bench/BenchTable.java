package ring3.app.bench;

import java.util.Locale;

/// The rows of the table that people read, each with its end of line.
public final class BenchTable {
    private static final double BIG = 100;

    private BenchTable() {}

    /// What the columns are.
    public static String head() {
        return line("benchmark", "median", "", "lowest", "highest");
    }

    /// A result.
    public static String row(BenchResult result) {
        return line(
                result.name(),
                number(result.value()),
                result.unit(),
                number(result.lowest()),
                number(result.highest()));
    }

    /// A comparison.
    public static String row(Ratio ratio) {
        return line(ratio.name(), number(ratio.value()), "times", "", "");
    }

    /// A gap.
    public static String row(Skipped gap) {
        return line(gap.name(), "skipped:", gap.why(), "", "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < BIG ? "%.1f" : "%,.0f", value);
    }

    private static String line(
            String name, String median, String unit, String lowest, String highest) {
        return "%-32s %12s %-9s %12s %12s"
                        .formatted(name, median, unit, lowest, highest)
                        .stripTrailing()
                + "\n";
    }
}
