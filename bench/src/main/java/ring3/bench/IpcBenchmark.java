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
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// What it costs two processes to talk and to change places, with privileges checked and events
/// recorded.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IpcBenchmark {
    /// A user asks the file server system and waits for the answer: the way of every POSIX call.
    @State(Scope.Thread)
    public static class Sendrec {
        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.VFS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Rights.USERS)),
                    IpcBenchmark::answer);
            machine.user(
                    rounds.program((sys, number) ->
                            Machine.must(sys.call(Endpoint.VFS, new Ask(number, 1, 0, 64)))));
            rounds.boot(machine);
        }
    }

    private static void answer(Syslib sys) {
        while (true) {
            Received in = sys.receive();
            Message message = in.message();
            int bytes = message instanceof Ask ask ? ask.bytes() : 0;
            sys.reply(in.source(), new Result(bytes));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void sendrec(Sendrec machine) {
        machine.rounds.run();
    }

    /// A service notifies a more urgent one, which takes the notification and waits for the next.
    @State(Scope.Thread)
    public static class Notify {
        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.DS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Endpoint.PM)),
                    sys -> {
                        while (true) {
                            sys.receive();
                        }
                    });
            machine.service(
                    Endpoint.PM,
                    Machine.USER_QUEUE,
                    Rights.service(List.of(Endpoint.DS)),
                    rounds.program((sys, _) -> Machine.must(sys.notify(Endpoint.DS))));
            rounds.boot(machine);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Rounds.COUNT)
    public void notify(Notify machine) {
        machine.rounds.run();
    }

    /// Two processes hand each other the processor and no message: one makes the other more urgent
    /// than itself, the other makes itself less urgent. A round is two switches.
    @State(Scope.Thread)
    public static class Switch {
        private static final int HIGH = 5;
        private static final int MIDDLE = 6;
        private static final int LOW = 7;
        private static final int QUANTUM_MILLIS = 200;

        private final Rounds rounds = new Rounds();

        @Setup
        public void boot() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.PM,
                    MIDDLE,
                    Rights.service(List.of(), SysCall.SYS_SCHEDCTL),
                    rounds.program((sys, _) -> schedule(sys, Endpoint.DS, HIGH)));
            machine.service(
                    Endpoint.DS,
                    LOW,
                    Rights.service(List.of(), SysCall.SYS_SCHEDCTL),
                    sys -> {
                        while (true) {
                            schedule(sys, sys.self(), LOW);
                        }
                    });
            rounds.boot(machine);
        }

        private static void schedule(Syslib sys, Endpoint target, int queue) {
            Machine.must(sys, new KernelRequest.Schedctl(target, true, queue, QUANTUM_MILLIS));
        }
    }

    @Benchmark
    @OperationsPerInvocation(2 * Rounds.COUNT)
    public void contextSwitch(Switch machine) {
        machine.rounds.run();
    }
}
