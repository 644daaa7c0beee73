package ring3.app.report;

import java.util.List;
import java.util.Locale;

/// The report of a run. Scripts rely on these names: more may be added, none renamed.
///
/// @param scenario the name of the scenario
/// @param events how many events there were
/// @param virtualNanos how long the machine ran, in nanoseconds of its own time
/// @param traceHash the hash of the whole trace, 16 hexadecimal digits
/// @param console what console 0 showed at the end
public record Report(
        String scenario,
        long seed,
        long events,
        long virtualNanos,
        String traceHash,
        boolean panicked,
        String console,
        List<CheckResult> checks,
        List<Restart> restarts,
        List<Denied> denied) {
    private static final double NANOS_PER_SECOND = 1e9;

    public Report {
        checks = List.copyOf(checks);
        restarts = List.copyOf(restarts);
        denied = List.copyOf(denied);
    }

    /// Whether every check held.
    public boolean passed() {
        return checks.stream().allMatch(CheckResult::passed);
    }

    /// The report in a few lines for people.
    public String summary() {
        var text = new StringBuilder();
        text.append(
                "%s, seed %d: %d events in %s of virtual time, trace %s\n"
                        .formatted(scenario, seed, events, seconds(virtualNanos), traceHash));
        for (CheckResult check : checks) {
            String verdict = check.passed() ? "passed" : "FAILED";
            text.append("  %s  %s: %s\n".formatted(verdict, check.name(), check.detail()));
        }
        for (Restart restart : restarts) {
            text.append(
                    "  restart  %s, incarnation %d, after %s at %s\n"
                            .formatted(
                                    restart.label(),
                                    restart.generation(),
                                    seconds(restart.restoredAt() - restart.diedAt()),
                                    seconds(restart.diedAt())));
            text.append("           cause: ").append(restart.cause()).append('\n');
        }
        for (Denied refusal : denied) {
            text.append(
                    "  denied   %s (%s, event %d)\n"
                            .formatted(refusal.what(), refusal.error(), refusal.event()));
        }
        return text.toString();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f s", nanos / NANOS_PER_SECOND);
    }
}
