package ring3.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ring3.bench.programs.Crc;
import ring3.bench.programs.Hash;
import ring3.bench.programs.Sort;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.hardware.Hart;
import ring3.kernel.Kernel;
import ring3.syslib.Endpoint;
import ring3.syslib.Program;

/// Each benchmark does what it says, over and over, and nothing in it is refused: its processes
/// look at every status they get and stop the machine for a bad one.
class WorkloadTest {
    @Test
    void messagesAreSentAndAnswered() {
        var machine = new IpcBenchmark.Sendrec();
        machine.boot();

        twice(() -> new IpcBenchmark().sendrec(machine));
    }

    @Test
    void notificationsAreTaken() {
        var machine = new IpcBenchmark.Notify();
        machine.boot();

        twice(() -> new IpcBenchmark().notify(machine));
    }

    @Test
    void processesTakeTurns() {
        var machine = new IpcBenchmark.Switch();
        machine.boot();

        twice(() -> new IpcBenchmark().contextSwitch(machine));
    }

    @Test
    void aDriverReadsItsDevice() {
        var machine = new CallBenchmark.Devio();
        machine.boot();

        twice(() -> new CallBenchmark().devio(machine));
    }

    @Test
    void aGrantIsCopiedFrom() {
        var machine = new CallBenchmark.Safecopy();
        machine.boot();

        twice(() -> new CallBenchmark().safecopy4k(machine));
    }

    @Test
    void programsAreStarted() {
        var machine = new ProcessBenchmark.Exec();
        machine.boot();

        twice(() -> new ProcessBenchmark().exec(machine));
    }

    /// Each workload does what it says, whether it is counted or not.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDLESS")
    void aWorkloadIsDoneCountedAndUncounted(Workload workload) {
        for (boolean counted : new boolean[] {true, false}) {
            var machine = new MeterBenchmark.Work();
            machine.boot(workload, counted);

            twice(() -> new MeterBenchmark().work(machine));
        }
    }

    @Test
    void theChecksumIsThatOfTheLibrary() {
        var expected = new CRC32();
        for (int i = 0; i < Crc.BYTES; i++) {
            expected.update(i);
        }

        assertEquals((int) expected.getValue() & Integer.MAX_VALUE, new Crc().work());
    }

    @Test
    void theNumbersAreSorted() {
        int[] numbers = {5, 3, 9, 3, 1, 7};

        Sort.sort(numbers, 0, numbers.length - 1);

        assertArrayEquals(new int[] {1, 3, 3, 5, 7, 9}, numbers);
    }

    @Test
    void allPairsAndWordsAreCounted() {
        assertEquals(7_500, new Hash().work());
    }

    @Test
    void endlessLoopsTakeTurns() {
        var machine = new MeterBenchmark.Preemption();
        machine.boot();

        twice(() -> new MeterBenchmark().preemption(machine));
    }

    @Test
    void aDriverIsLoadedInEveryWay() throws Throwable {
        var driver = new LoadBenchmark.Driver();
        driver.link();
        var benchmark = new LoadBenchmark();

        Program cold = benchmark.cold(driver);
        Program cached = benchmark.cached(driver);

        assertEquals(cold.getClass().getName(), cached.getClass().getName());
        assertNotSame(cold.getClass(), cached.getClass());
        assertNotSame(cached.getClass(), benchmark.cached(driver).getClass());
        assertSame(benchmark.known(driver), benchmark.known(driver));
    }

    @Test
    void theThreadsOfABenchmarkAreHarts() throws ExecutionException, InterruptedException {
        try (var executor = new HartExecutor(1, "bench")) {
            assertInstanceOf(Hart.class, executor.submit(Thread::currentThread).get());
        }
    }

    @Test
    void actorsAskAndAnswer() {
        var actors = new PeerBenchmark.Actors();
        actors.start();

        twice(() -> new PeerBenchmark().pekkoAsk(actors));

        actors.stop();
    }

    @Test
    void threadsAskAndAnswer() {
        var threads = new PeerBenchmark.Threads();

        twice(() -> {
            try {
                new PeerBenchmark().vthreadQueue(threads);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        });
    }

    private static void twice(Runnable benchmark) {
        benchmark.run();
        benchmark.run();
    }

    @Test
    void aRefusedCallEndsTheBenchmark() {
        var rounds = new Rounds();
        Machine machine = new Machine();
        machine.user(
                rounds.program((sys, number) ->
                        Machine.must(sys.call(Endpoint.DS, new Ask(number, 0, 0, 0)))));
        rounds.boot(machine);

        var failure = assertThrows(IllegalStateException.class, rounds::run);

        assertTrue(String.valueOf(failure.getMessage()).contains("user12"), failure.getMessage());
    }

    @Test
    void aFlowIsMeasuredByItsEvents() {
        Machine machine = ScaleBenchmark.crowd(10, 5);
        var flow = new EventFlow(machine, 1 << 10);
        long before = flow.event();

        flow.run();
        flow.run();

        long more = flow.event() - before - 2 * EventFlow.COUNT;
        assertTrue(more >= 0 && more < 10, more + " events more than wanted");
    }

    @Test
    void halfOfACrowdIsReadyAndTheOthersWaitForEver() {
        Machine machine = ScaleBenchmark.crowd(100, 50);
        Kernel kernel = machine.boot(_ -> false);
        kernel.run(machine.settledNanos());

        List<ProcessSnapshot> all =
                kernel.snapshot().processes().stream()
                        .filter(process -> process.state() != ProcessState.KERNEL_TASK)
                        .toList();

        assertEquals(100, all.size());
        int ready = (int) all.stream().filter(WorkloadTest::couldRun).count();
        assertTrue(ready >= 49 && ready <= 51, ready + " are ready");
    }

    private static boolean couldRun(ProcessSnapshot process) {
        return process.state() == ProcessState.READY || process.state() == ProcessState.RUNNING;
    }
}
