package ring3.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ring3.syslib.Endpoint;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What an event costs in a machine with many processes.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaleBenchmark {
    /// Half of all processes are ready: in turn, each asks a server that answers at once. The
    /// others wait for an answer that never comes.
    @State(Scope.Thread)
    public static class Crowd {
        @Param("10")
        private int processes;

        private @org.jspecify.annotations.Nullable EventFlow flow;

        @Setup
        public void boot() {
            flow = new EventFlow(crowd(processes, processes / 2), Recorder.CAPACITY);
        }

        private void run() {
            java.util.Objects.requireNonNull(flow).run();
        }
    }

    /// A machine with so many processes, rs and the server among them, of which some are ready.
    static Machine crowd(int processes, int ready) {
        Machine machine = new Machine(Machine.SMALL_BYTES);
        machine.service(
                Endpoint.VFS,
                Machine.SERVICE_QUEUE,
                Rights.service(List.of(Rights.USERS)),
                sys -> {
                    while (true) {
                        sys.reply(sys.receive().source(), Result.OK);
                    }
                });
        for (int i = 2; i < processes; i++) {
            machine.user(i < 2 + ready ? ScaleBenchmark::ask : ScaleBenchmark::waits);
        }
        return machine;
    }

    private static void ask(Syslib sys) {
        for (int number = 0; ; number++) {
            Machine.must(sys.call(Endpoint.VFS, new Ask(number, 0, 0, 0)));
        }
    }

    private static void waits(Syslib sys) {
        while (true) {
            sys.sendrec(Endpoint.RS, new Ask(0, 0, 0, 0));
        }
    }

    @Benchmark
    @OperationsPerInvocation(EventFlow.COUNT)
    public void event(Crowd machine) {
        machine.run();
    }
}
