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
import ring3.bench.programs.FileBlocks;
import ring3.components.protocol.Fs;
import ring3.hardware.CostModel;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.SchedulingNoQuantum;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// What it costs a program that its instructions, its stack and its memory are counted.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeterBenchmark {
    /// How often a workload is done in one run.
    static final int COUNT = 10;

    /// A server with a workload, and a service that asks it over and over.
    @State(Scope.Thread)
    public static class Work {
        private static final int FILE_BYTES = FileBlocks.BLOCKS * FileBlocks.BLOCK_BYTES;
        private static final int MEMORY_BYTES = 2 * FILE_BYTES;

        @Param("CRC")
        private Workload workload = Workload.CRC;

        @Param("true")
        private boolean counted;

        private final Rounds rounds = new Rounds(COUNT);

        @Setup
        public void boot() {
            boot(workload, counted);
        }

        void boot(Workload workload, boolean counted) {
            Program server = counted ? workload.counted() : workload.uncounted();
            Machine machine = new Machine(MEMORY_BYTES);
            machine.service(
                    Endpoint.MFS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Endpoint.VFS)),
                    server);
            machine.service(
                    Endpoint.VFS,
                    Machine.USER_QUEUE,
                    Rights.service(List.of(Endpoint.MFS)),
                    this::ask);
            rounds.boot(machine);
        }

        private void ask(Syslib sys) {
            int buffer = sys.allocate(FILE_BYTES);
            int grant = sys.grants().direct(Endpoint.MFS, buffer, FILE_BYTES, GrantTable.WRITE);
            var read = new Fs.ReqRead(0, 1, 0, grant, FILE_BYTES);
            rounds.repeat(
                    sys,
                    (self, _) -> {
                        if (self.call(Endpoint.MFS, read) <= 0) {
                            throw new IllegalStateException("the workload was not done");
                        }
                    });
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void work(Work machine) {
        machine.rounds.run();
    }

    /// Two processes in loops without end, on a processor so slow that each loses it when it looks
    /// at its fuel for the first time. A scheduler in user mode is told and gives it a new quantum,
    /// behind the other.
    @State(Scope.Thread)
    public static class Preemption {
        private static final int QUANTUM_MILLIS = 1;
        private static final CostModel SLOW = slow(4_000);

        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            Endpoint one = machine.user(Workload.ENDLESS.counted());
            Endpoint other = machine.user(Workload.ENDLESS.counted());
            machine.service(
                    Endpoint.SCHED,
                    Machine.SERVICE_QUEUE,
                    Rights.service(
                            List.of(Rights.USERS), SysCall.SYS_SCHEDCTL, SysCall.SYS_SCHEDULE),
                    sys -> schedule(sys, one, other));
            rounds.boot(machine, SLOW);
        }

        private void schedule(Syslib sys, Endpoint... targets) {
            for (Endpoint target : targets) {
                Machine.must(sys, new KernelRequest.Schedctl(target, false, 0, 0));
                Machine.must(sys, quantum(target));
            }
            rounds.repeat(sys, (self, _) -> Machine.must(self, quantum(expired(self))));
        }

        private static Endpoint expired(Syslib sys) {
            Received in = sys.receive();
            while (!(in.message() instanceof SchedulingNoQuantum)) {
                in = sys.receive();
            }
            return in.source();
        }

        private static KernelRequest quantum(Endpoint target) {
            return new KernelRequest.Schedule(target, Machine.USER_QUEUE, QUANTUM_MILLIS);
        }

        private static CostModel slow(long instructionNanos) {
            CostModel costs = CostModel.DEFAULT;
            return new CostModel(
                    instructionNanos,
                    costs.user(),
                    costs.trap(),
                    costs.message(),
                    costs.contextSwitch(),
                    costs.interrupt(),
                    costs.port(),
                    costs.copyKib());
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void preemption(Preemption machine) {
        machine.rounds.run();
    }
}
