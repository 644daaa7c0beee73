package ring3.bench;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The same round trip as [IpcBenchmark#sendrec], made by others inside one Java program: a request
/// to somebody who waits for it, and the answer to it. Each of them gets the setting in which it is
/// quickest.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerBenchmark {
    static final int COUNT = 10_000;

    /// Two virtual threads and a queue for each direction.
    @State(Scope.Thread)
    public static class Threads {
        private final SynchronousQueue<Ask> requests = new SynchronousQueue<>();
        private final SynchronousQueue<Integer> answers = new SynchronousQueue<>();

        private void ask() {
            try {
                for (int number = 0; number < COUNT; number++) {
                    requests.put(new Ask(number, 1, 0, 64));
                    answers.take();
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        private void answer() {
            try {
                for (int number = 0; number < COUNT; number++) {
                    answers.put(requests.take().bytes());
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    @Fork(
            jvmArgsAppend = {
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1"
            })
    public void vthreadQueue(Threads threads) throws InterruptedException {
        Thread server = Thread.startVirtualThread(threads::answer);
        Thread.startVirtualThread(threads::ask).join();
        server.join();
    }

    /// Two actors: one asks, the other answers.
    @State(Scope.Benchmark)
    public static class Actors {
        @org.jspecify.annotations.Nullable private PekkoAsk system;

        @Setup
        public void start() {
            system = new PekkoAsk();
        }

        @TearDown
        public void stop() {
            java.util.Objects.requireNonNull(system).stop();
        }

        private void ask() {
            java.util.Objects.requireNonNull(system).ask(COUNT);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void pekkoAsk(Actors actors) {
        actors.ask();
    }
}
