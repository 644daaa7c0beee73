package ring3.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run of the benchmarks found. Scripts rely on these names: more may be added, none
/// renamed.
///
/// @param ratios a message's round trip elsewhere compared to the machine's, and programs that are
///   counted compared to the same uncounted
/// @param skipped what cannot be measured on this computer
public record BenchReport(List<BenchResult> results, List<Ratio> ratios, List<Skipped> skipped) {
    private static final String ROUND_TRIP = "ipc.sendrec";
    private static final String UNCOUNTED = ".uncounted";

    public BenchReport {
        results = List.copyOf(results);
        ratios = List.copyOf(ratios);
        skipped = List.copyOf(skipped);
    }

    /// A report of these results.
    public static BenchReport of(List<BenchResult> results, List<Skipped> skipped) {
        List<Ratio> ratios = new ArrayList<>();
        for (BenchResult result : results) {
            if (BenchGroup.PEER.holds(result.name())) {
                addRatio(result, find(results, ROUND_TRIP), ratios);
            }
            addRatio(result, find(results, result.name() + UNCOUNTED), ratios);
        }
        return new BenchReport(results, ratios, skipped);
    }

    private static @Nullable BenchResult find(List<BenchResult> results, String name) {
        return results.stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
    }

    private static void addRatio(BenchResult result, @Nullable BenchResult to, List<Ratio> ratios) {
        if (to != null) {
            ratios.add(new Ratio(result.name() + " / " + to.name(), result.value() / to.value()));
        }
    }
}
