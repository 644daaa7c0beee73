package ring3.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ring3.app.bench.BenchGroup;
import ring3.app.bench.BenchProcess;
import ring3.app.bench.BenchReport;
import ring3.app.report.ReportFile;

/// `ring3 bench`: how fast the kernel is, and others for comparison.
@Command(
        name = "bench",
        description = {
            "Measures how fast the kernel is on this computer, and others for comparison.",
            "It takes about three minutes; meanwhile nothing else should run."
        })
public final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "GROUP",
            description = "Only these benchmarks: ${COMPLETION-CANDIDATES}.")
    private @Nullable BenchGroup only;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--quick",
            description = "Measure each for a moment only; the figures are rough.")
    private boolean quick;

    private final Host host;

    BenchCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        // A file that cannot be written is known before anything is measured.
        write(BenchReport.of(List.of(), List.of()));
        List<BenchGroup> groups = only == null ? List.of(BenchGroup.values()) : List.of(only);
        write(new BenchProcess(host.home().get(), this::print).run(groups, quick));
        return ExitStatus.DONE;
    }

    private void print(String row) {
        host.out().print(row);
        host.out().flush();
    }

    private void write(BenchReport report) {
        if (json != null) {
            ReportFile.write(report, json);
        }
    }
}
