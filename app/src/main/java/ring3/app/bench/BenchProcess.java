package ring3.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import ring3.app.BadInput;
import ring3.app.FileTrouble;
import ring3.app.Home;

/// The JVM in which the benchmarks run. It has the Java, the modules and the flags of the lab, so
/// that the lab's kernel is measured; the benchmarks themselves lie on its class path.
public final class BenchProcess {
    /// The flags that the launcher gives to every Ring3.
    static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "--add-exports=java.base/jdk.internal.vm=ring3.hardware",
                    "--add-opens=java.base/java.lang=ring3.loader");

    private static final String IMPOSSIBLE = "impossible";

    private final Home home;
    private final List<BenchResult> results = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Consumer<String> table;

    /// The benchmarks of an installation.
    ///
    /// @param table gets each row as soon as it is known
    public BenchProcess(Home home, Consumer<String> table) {
        this.home = home;
        this.table = table;
    }

    /// Measures all of these groups.
    ///
    /// @param quick whether rough figures will do
    public BenchReport run(List<BenchGroup> groups, boolean quick) {
        if (!Files.isDirectory(home.bench())) {
            throw new BadInput(home.bench(), "the benchmarks are not installed");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            table.accept(BenchTable.head());
            measure(command(java, groups, quick));
        } catch (IOException problem) {
            throw FileTrouble.with(java, problem);
        }
        BenchReport report = BenchReport.of(results, skipped);
        report.ratios().forEach(ratio -> table.accept(BenchTable.row(ratio)));
        return report;
    }

    private List<String> command(Path java, List<BenchGroup> groups, boolean quick) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(
                List.of(
                        // The libraries of the benchmarks still use it.
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djmh.ignoreLock=true",
                        "-Djmh.executor=CUSTOM",
                        "-Djmh.executor.class=ring3.bench.HartExecutor",
                        "--module-path",
                        home.modules().toString(),
                        "--add-modules",
                        "ring3.kernel,ring3.visualizer,ring3.loader,ring3.components",
                        "--class-path",
                        home.bench().resolve("*").toString(),
                        "ring3.bench.Main",
                        quick ? "quick" : "full"));
        groups.forEach(group -> command.add(group.toString()));
        return command;
    }

    private void measure(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::read);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("the benchmarks ended with status " + status);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped while measuring", stopped);
        } finally {
            process.destroy();
        }
    }

    /// Reads a line of the benchmarks: name, unit and values, or name, `impossible` and reason.
    private void read(String line) {
        String[] fields = line.split("\t");
        if (fields[1].equals(IMPOSSIBLE)) {
            Skipped gap = new Skipped(fields[0], fields[2]);
            skipped.add(gap);
            table.accept(BenchTable.row(gap));
        } else {
            double[] values =
                    Arrays.stream(fields).skip(2).mapToDouble(Double::parseDouble).toArray();
            BenchResult result = BenchResult.of(fields[0], fields[1], values);
            results.add(result);
            table.accept(BenchTable.row(result));
        }
    }
}
