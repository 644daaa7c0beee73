package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.MiniPm.exit;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.events.KernelEvent;
import ring3.hardware.InterruptLine;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.SchedulingNoQuantum;
import ring3.syslib.Syslib;

/// A run is a function of its inputs: how often it rests and who looks at it changes nothing.
class DeterminismTest {
    private static final long END = 70 * TestMachine.MILLI;
    private static final int LINE = 5;

    // ---- A machine on which a lot happens

    private static TestMachine busyMachine() {
        TestMachine machine = new TestMachine().expectFaults();
        machine.service("pm", Endpoint.PM).scheduled(4, 500).runs(new MiniPm());
        Member server = machine.service("server").scheduled(5, 3);
        List<Member> workers =
                List.of(
                        machine.service("w0").unscheduled(),
                        machine.service("w1").unscheduled(),
                        machine.service("w2").unscheduled());
        machine.service("sched", Endpoint.SCHED)
                .scheduled(3, 500)
                .runs(sys -> schedule(sys, workers));
        server.runs(DeterminismTest::serve);
        for (Member worker : workers) {
            worker.runs(sys -> work(sys, server));
        }
        machine.service("driver").scheduled(2, 50).runs(sys -> drive(sys, server));
        machine.user("shell").forks().runs(DeterminismTest::spawn);
        machine.service("victim").runsOnly(DeterminismTest::fail);
        pulse(machine, 700_001);
        return machine;
    }

    private static void schedule(Syslib sys, List<Member> workers) {
        for (Member worker : workers) {
            must(sys, new Schedctl(worker.endpoint(), false, -1, -1));
            must(sys, new Schedule(worker.endpoint(), 7, 1));
        }
        while (true) {
            Received in = sys.receive();
            if (in.message() instanceof SchedulingNoQuantum) {
                int priority = 7 + (int) (sys.uptimeTicks() % 4);
                must(sys, new Schedule(in.source(), priority, 1));
            }
        }
    }

    private static void serve(Syslib sys) {
        while (true) {
            Received in = sys.receive();
            if (in.message() instanceof Ping ping) {
                sys.reply(in.source(), new Result(ping.number() + 1));
            }
        }
    }

    private static void work(Syslib sys, Member server) {
        for (int i = 0; ; i++) {
            sys.call(server.endpoint(), new Ping(i));
            sys.kernelCall(new Times(Endpoint.SELF));
            if (i % 50 == 0) {
                sys.asynsend(server.endpoint(), new Result(i), 0);
            }
        }
    }

    private static void drive(Syslib sys, Member server) {
        sys.irqSetPolicy(LINE, Irqctl.REENABLE, 1);
        while (true) {
            sys.receive(Endpoint.HARDWARE);
            sys.notify(server.endpoint());
        }
    }

    private static void spawn(Syslib sys) {
        for (int i = 0; i < 20; i++) {
            if (fork(sys) == 0) {
                say(sys, i);
                exit(sys);
            }
        }
    }

    private static void fail(Syslib sys) {
        pause(sys, 3);
        throw new IllegalStateException("as planned");
    }

    /// A device that wants attention again and again, at odd times.
    private static void pulse(TestMachine machine, long nanos) {
        InterruptLine wire = machine.computer().pic().line(LINE);
        wire.lower();
        wire.raise();
        machine.computer().clock().after(nanos, () -> pulse(machine, nanos * 7 % 900_007 + 99));
    }

    private static long hash(TestMachine machine) {
        machine.run(END);
        return machine.kernel().traceHash();
    }

    // ---- The rules

    @Test
    void sameRunTwiceHasOneHash() {
        TestMachine machine = busyMachine();
        long first = hash(machine);

        assertEquals(first, hash(busyMachine()));
        assertTrue(machine.kernel().event() > 20_000, "a lot happened");
    }

    @Test
    void eventsAreNumberedWithoutGapsAndTimeNeverRunsBackwards() {
        TestMachine machine = busyMachine();
        machine.run(END);

        long number = 0;
        long nanos = 0;
        for (KernelEvent event : machine.events()) {
            assertEquals(++number, event.number());
            assertTrue(event.nanos() >= nanos);
            nanos = event.nanos();
        }
        assertEquals(number, machine.kernel().event());
    }

    @ParameterizedTest
    @ValueSource(longs = {137, 1_000, 9_973, 1_000_003})
    void runInSlicesIsTheSameRun(long slice) {
        TestMachine machine = busyMachine();
        for (long until = 0; until < END; until += slice) {
            machine.kernel().run(until);
        }
        machine.kernel().run(END);

        assertEquals(hash(busyMachine()), machine.kernel().traceHash());
    }

    @Test
    void runThatStopsAtEveryEventIsTheSameRun() {
        TestMachine machine = busyMachine();
        machine.observer(_ -> true);
        while (machine.kernel().nanos() < END) {
            machine.kernel().run(END);
            if (machine.kernel().event() % 100 == 0) {
                machine.kernel().snapshot();
            }
        }

        assertEquals(hash(busyMachine()), machine.kernel().traceHash());
    }

    @Test
    void observerDoesNotChangeTheRun() {
        TestMachine watched = busyMachine();
        StringBuilder seen = new StringBuilder();
        watched.observer(event -> seen.append(event.number()).isEmpty());

        assertEquals(hash(busyMachine()), hash(watched));
        assertTrue(seen.length() > 0);
    }

    @Test
    void inputChangesTheRunAndTheSameInputAtTheSameEventIsTheSameRun() {
        assertEquals(crashedAt(5_000), crashedAt(5_000));
        assertNotEquals(crashedAt(5_000), crashedAt(5_100));
        assertNotEquals(crashedAt(5_000), hash(busyMachine()));
    }

    private static long crashedAt(long number) {
        TestMachine machine = busyMachine();
        machine.observer(event -> event.number() == number);
        machine.kernel().run(END);
        Endpoint victim = machine.kernel().find("w0");
        assertTrue(victim != null && machine.kernel().crash(victim));
        machine.kernel().run(END);
        return machine.kernel().traceHash();
    }
}
