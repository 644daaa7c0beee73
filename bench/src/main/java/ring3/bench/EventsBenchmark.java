package ring3.bench;

import java.util.List;
import java.util.Objects;
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
import ring3.syslib.GrantTable;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// How many events a second one thread makes and records.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EventsBenchmark {
    /// A mix of what a system does all day: a user asks a server, the server makes a grant and asks
    /// a driver, the driver looks at its device, copies 512 bytes into the grant and answers, and
    /// so does the server.
    @State(Scope.Thread)
    public static class Read {
        private static final int BYTES = 512;

        @Param("0")
        private int capacity;

        @org.jspecify.annotations.Nullable private EventFlow flow;

        @Setup
        public void boot() {
            flow = new EventFlow(machine(), capacity);
        }

        private void run() {
            Objects.requireNonNull(flow).run();
        }

        private static Machine machine() {
            Machine machine = new Machine();
            machine.service(
                    Endpoint.TTY,
                    Machine.SERVICE_QUEUE,
                    Rights.driver(List.of(Endpoint.VFS), Serial.PORTS, Serial.CALL),
                    Read::drive);
            machine.service(
                    Endpoint.VFS,
                    Machine.SERVICE_QUEUE,
                    Rights.service(List.of(Endpoint.TTY, Rights.USERS)),
                    Read::serve);
            machine.user(Read::ask);
            return machine;
        }

        private static void ask(Syslib sys) {
            for (int number = 0; ; number++) {
                Machine.must(sys.call(Endpoint.VFS, new Ask(number, 0, 0, BYTES)));
            }
        }

        private static void serve(Syslib sys) {
            int buffer = sys.allocate(BYTES);
            while (true) {
                Received in = sys.receive();
                if (in.message() instanceof Ask ask) {
                    int grant =
                            sys.grants()
                                    .direct(Endpoint.TTY, buffer, ask.bytes(), GrantTable.WRITE);
                    Ask request = new Ask(ask.number(), grant, 0, ask.bytes());
                    int status = sys.call(Endpoint.TTY, request);
                    sys.grants().revoke(grant);
                    sys.reply(in.source(), new Result(status));
                }
            }
        }

        private static void drive(Syslib sys) {
            int buffer = sys.allocate(BYTES);
            while (true) {
                Received in = sys.receive();
                Machine.must(sys.inb(Serial.LINE_STATUS));
                if (in.message() instanceof Ask ask) {
                    int status = sys.safeCopyTo(in.source(), ask.grant(), 0, buffer, ask.bytes());
                    sys.reply(in.source(), new Result(status));
                }
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(EventFlow.COUNT)
    public void perSecond(Read machine) {
        machine.run();
    }
}
