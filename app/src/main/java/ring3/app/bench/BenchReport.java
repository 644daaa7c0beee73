package ring3.app.bench;

import java.util.List;

/// What a run of the benchmarks found. Scripts rely on these names: more may be added, none
/// renamed.
///
/// @param ratios a message's round trip compared to the same elsewhere
/// @param skipped what cannot be measured on this computer
public record BenchReport(List<BenchResult> results, List<Ratio> ratios, List<Skipped> skipped) {
    private static final String ROUND_TRIP = "ipc.sendrec";

    public BenchReport {
        results = List.copyOf(results);
        ratios = List.copyOf(ratios);
        skipped = List.copyOf(skipped);
    }

    /// A report of these results.
    public static BenchReport of(List<BenchResult> results, List<Skipped> skipped) {
        List<Ratio> ratios =
                results.stream()
                        .filter(result -> result.name().equals(ROUND_TRIP))
                        .flatMap(own -> peers(results).stream().map(peer -> ratio(peer, own)))
                        .toList();
        return new BenchReport(results, ratios, skipped);
    }

    private static List<BenchResult> peers(List<BenchResult> results) {
        return results.stream().filter(r -> BenchGroup.PEER.holds(r.name())).toList();
    }

    private static Ratio ratio(BenchResult peer, BenchResult own) {
        return new Ratio(peer.name() + " / " + own.name(), peer.value() / own.value());
    }
}
