package ring3.bench;

import java.util.List;
import java.util.Map;
import ring3.visualizer.EventTrace;

/// Where the benchmarks start. Each result goes to the standard output as soon as it is known, as a
/// line of fields with tabs between them: name, unit, values; or name, `impossible`, reason.
public final class Main {
    private static final List<Measurement> ALL =
            List.of(
                    new Measurement("ipc.sendrec", Jmh.nanos(IpcBenchmark.class, "sendrec")),
                    new Measurement("ipc.notify", Jmh.nanos(IpcBenchmark.class, "notify")),
                    new Measurement(
                            "ipc.contextSwitch", Jmh.nanos(IpcBenchmark.class, "contextSwitch")),
                    new Measurement("call.devio", Jmh.nanos(CallBenchmark.class, "devio")),
                    new Measurement(
                            "call.safecopy4k", Jmh.nanos(CallBenchmark.class, "safecopy4k")),
                    new Measurement("process.exec", Jmh.nanos(ProcessBenchmark.class, "exec")),
                    new Measurement("events.perSecond", Jmh.eventsPerSecond(Recorder.CAPACITY)),
                    new Measurement("events.inLab", Jmh.eventsPerSecond(EventTrace.CAPACITY)),
                    new Measurement("events.bytes", Jmh.bytesPerEvent()),
                    scale(10),
                    scale(100),
                    scale(1000),
                    scale(10_000),
                    meter("crc", Workload.CRC, true),
                    meter("crc.uncounted", Workload.CRC, false),
                    meter("sort", Workload.SORT, true),
                    meter("sort.uncounted", Workload.SORT, false),
                    meter("hash", Workload.HASH, true),
                    meter("hash.uncounted", Workload.HASH, false),
                    meter("fileServer", Workload.FILE_SERVER, true),
                    meter("fileServer.uncounted", Workload.FILE_SERVER, false),
                    new Measurement(
                            "meter.preemption", Jmh.nanos(MeterBenchmark.class, "preemption")),
                    load("cold"),
                    load("cached"),
                    load("known"),
                    new Measurement("memory.perProcess", new MemoryPerProcess()),
                    new Measurement("peer.os-pipes", new OsPipes()),
                    new Measurement("peer.pekko-ask", Jmh.nanos(PeerBenchmark.class, "pekkoAsk")),
                    new Measurement(
                            "peer.vthread-queue", Jmh.nanos(PeerBenchmark.class, "vthreadQueue")));

    private Main() {}

    private static Measurement scale(int processes) {
        return new Measurement(
                "scale." + processes,
                Jmh.nanos(
                        ScaleBenchmark.class,
                        "event",
                        Map.of("processes", Integer.toString(processes))));
    }

    private static Measurement meter(String name, Workload workload, boolean counted) {
        return new Measurement(
                "meter." + name,
                Jmh.nanos(
                        MeterBenchmark.class,
                        "work",
                        Map.of("workload", workload.name(), "counted", Boolean.toString(counted))));
    }

    private static Measurement load(String method) {
        return new Measurement("load." + method, Jmh.nanos(LoadBenchmark.class, method));
    }

    /// Measures.
    ///
    /// @param arguments `full` or `quick`, and the groups
    public static void main(String[] arguments) {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        List<String> groups = List.of(arguments).subList(1, arguments.length);
        for (Measurement measurement : ALL) {
            if (groups.stream().anyMatch(measurement::isIn)) {
                System.out.println(measurement.line(effort));
            }
            if (System.out.checkError()) {
                return; // Nobody reads the results any more.
            }
        }
    }
}
