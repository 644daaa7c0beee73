package ring3.bench;

import java.nio.charset.StandardCharsets;
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
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// What it costs to give a process another program, with privileges checked and events recorded.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProcessBenchmark {
    /// The process manager starts a program that is in memory already; the program runs until it
    /// first waits. How it came from the disk is not counted.
    @State(Scope.Thread)
    public static class Exec {
        /// Where the first byte of a program lies (page 0 is never mapped).
        private static final int IMAGE = 0x1000;

        private static final int FRAME = 0x1100;

        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.DS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Endpoint.PM)),
                    Syslib::receive);
            machine.service(
                    Endpoint.PM,
                    Machine.USER_QUEUE,
                    Rights.service(List.of(Endpoint.DS), SysCall.SYS_EXEC),
                    this::manage);
            rounds.boot(machine);
        }

        private void manage(Syslib sys) {
            byte[] name = Machine.serviceName(Endpoint.DS).getBytes(StandardCharsets.ISO_8859_1);
            int address = sys.allocate(name.length);
            sys.memory().put(address, name, 0, name.length);
            var exec =
                    new KernelRequest.Exec(
                            Endpoint.DS, IMAGE, name.length, FRAME, 0, address, name.length);
            rounds.repeat(sys, (self, _) -> Machine.must(self, exec));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void exec(Exec machine) {
        machine.rounds.run();
    }
}
