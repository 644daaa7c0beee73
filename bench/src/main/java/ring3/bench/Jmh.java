package ring3.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs a benchmark method by JMH in a JVM of its own, which has the flags and the modules of this
/// one.
final class Jmh {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Jmh() {}

    /// Nanoseconds an operation.
    static Measurement.Procedure nanos(Class<?> type, String method) {
        return (name, effort) -> time(name, run(options(type, method, effort)));
    }

    /// Nanoseconds an operation when the fields of the benchmark have these values.
    static Measurement.Procedure nanos(
            Class<?> type, String method, Map<String, String> parameters) {
        return (name, effort) -> {
            var options = options(type, method, effort);
            parameters.forEach(options::param);
            return time(name, run(options));
        };
    }

    private static Figure time(String name, RunResult result) {
        return new Figure(name, Figure.NANOS, values(result, i -> i.getPrimaryResult().getScore()));
    }

    /// Events a second when the last `capacity` of them are kept.
    static Measurement.Procedure eventsPerSecond(int capacity) {
        return (name, effort) -> {
            RunResult result = run(events(capacity, effort));
            double[] rates = values(result, i -> i.getPrimaryResult().getScore());
            return new Figure(name, Figure.EVENTS_PER_SECOND, rates);
        };
    }

    /// Bytes of the host that are allocated for an event, and for the message in it.
    static Measurement.Procedure bytesPerEvent() {
        return (name, effort) -> {
            RunResult result = run(events(Recorder.CAPACITY, effort).addProfiler(GCProfiler.class));
            return new Figure(name, Figure.BYTES, values(result, Jmh::allocated));
        };
    }

    private static ChainedOptionsBuilder events(int capacity, Effort effort) {
        return options(EventsBenchmark.class, "perSecond", effort)
                .param("capacity", Integer.toString(capacity));
    }

    private static double allocated(IterationResult iteration) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(ALLOCATED)).getScore();
    }

    private static double[] values(RunResult result, ToDoubleFunction<IterationResult> value) {
        List<IterationResult> all =
                new ArrayList<>(result.getAggregatedResult().getIterationResults());
        return all.stream().mapToDouble(value).toArray();
    }

    private static ChainedOptionsBuilder options(Class<?> type, String method, Effort effort) {
        return new OptionsBuilder()
                .include("^" + type.getName() + "\\." + method + "$")
                .forks(1)
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static RunResult run(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
