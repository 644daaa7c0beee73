package ring3.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// What kernel calls cost the service that makes them, with privileges checked and events recorded.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
    /// A driver reads the line status of the first serial port.
    @State(Scope.Thread)
    public static class Devio {
        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.TTY,
                    Machine.USER_QUEUE,
                    Rights.driver(List.of(), Serial.PORTS, Serial.CALL),
                    rounds.program((sys, _) -> Machine.must(sys.inb(Serial.LINE_STATUS))));
            rounds.boot(machine);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void devio(Devio machine) {
        machine.rounds.run();
    }

    /// A file server copies 4 KiB from a direct grant of another one.
    @State(Scope.Thread)
    public static class Safecopy {
        private static final int BYTES = 4096;

        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.VFS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Endpoint.MFS)),
                    Safecopy::grant);
            machine.service(
                    Endpoint.MFS,
                    Machine.USER_QUEUE,
                    Rights.service(List.of(Endpoint.VFS)),
                    this::copy);
            rounds.boot(machine);
        }

        private static void grant(Syslib sys) {
            int buffer = sys.allocate(BYTES);
            int grant = sys.grants().direct(Endpoint.MFS, buffer, BYTES, GrantTable.READ);
            Received in = sys.receive(Endpoint.MFS);
            sys.reply(in.source(), new Result(grant));
            sys.receive();
        }

        private void copy(Syslib sys) {
            int buffer = sys.allocate(BYTES);
            int grant = sys.call(Endpoint.VFS, new Ask(0, 0, 0, BYTES));
            rounds.repeat(
                    sys,
                    (self, _) ->
                            Machine.must(self.safeCopyFrom(Endpoint.VFS, grant, 0, buffer, BYTES)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void safecopy4k(Safecopy machine) {
        machine.rounds.run();
    }
}
