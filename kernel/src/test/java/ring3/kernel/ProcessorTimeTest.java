package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.SignalRaised;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Busy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Settime;
import ring3.syslib.KernelRequest.Sprof;
import ring3.syslib.KernelRequest.Stime;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.KernelRequest.Vtimer;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// The time of day, the timers on processor time, and profiling.
class ProcessorTimeTest {
    private static final int BUFFER = 0x2000;
    private static final int EINVAL = Errno.EINVAL.status();

    private final TestMachine machine = new TestMachine().slow(100_000);
    private final Member service = machine.service("service").scheduled(6, 200);
    private final Member busy = machine.service("busy").runsOnly(new Busy());
    private final List<Long> values = new ArrayList<>();
    private final List<Integer> status = new ArrayList<>();

    // ---- SYS_STIME and SYS_SETTIME

    private void boot(Syslib sys) {
        values.add(((TimesReply) must(sys, new Times(Endpoint.SELF))).bootSeconds());
    }

    @Test
    void machineIsStartedAtTheBeginningOf2026() {
        service.runs(this::boot);
        machine.run();

        long seconds = java.time.Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        assertEquals(List.of(seconds), values);
    }

    @Test
    void timeOfTheStartIsSet() {
        service.runs(sys -> {
            status.add(sys.status(new Stime(1_234)));
            boot(sys);
        });
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of(1_234L), values);
    }

    @Test
    void timeOfDayIsSetAtOnceOrMoved() {
        busy.runs(_ -> {});
        service.runs(sys -> {
            pause(sys, 125);
            must(sys, new Settime(true, Settime.REALTIME, 1_000, 0));
            boot(sys);
            must(sys, new Settime(false, Settime.REALTIME, 5, 999_999_999));
            boot(sys);
            must(sys, new Settime(false, Settime.REALTIME, -7, 0));
            boot(sys);
        });
        machine.run(130 * TestMachine.TICK);

        assertEquals(
                List.of(998L, 1_003L, 996L), values, "two seconds have passed since the start");
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        service.runs(sys -> {
            must(sys, new Stime(5));
            status.add(sys.status(new Settime(true, 1, 9, 0)));
            status.add(sys.status(new Settime(true, Settime.REALTIME, 9, -1)));
            status.add(sys.status(new Settime(true, Settime.REALTIME, 9, 1_000_000_000)));
            boot(sys);
        });
        machine.run();

        assertEquals(List.of(EINVAL, EINVAL, EINVAL), status);
        assertEquals(List.of(5L), values);
    }

    // ---- SYS_VTIMER

    private void timer(Syslib sys, int which, boolean set, long ticks) {
        values.add(sys.value(new Vtimer(which, set, ticks, busy.endpoint())));
    }

    private List<Integer> signals() {
        return machine.events(SignalRaised.class).stream().map(SignalRaised::signal).toList();
    }

    @Test
    void timerCountsTheTicksOfItsProcessAndThenSignalsIt() {
        service.runs(sys -> {
            timer(sys, Vtimer.VIRTUAL, true, 5);
            pause(sys, 3);
            timer(sys, Vtimer.VIRTUAL, false, 0);
            pause(sys, 4);
            timer(sys, Vtimer.VIRTUAL, false, 0);
        });
        machine.run(9 * TestMachine.TICK);

        assertEquals(List.of(0L, 2L, 0L), values);
        assertEquals(List.of(Signals.SIGVTALRM), signals());
    }

    @Test
    void bothTimersCountApart() {
        service.runs(sys -> {
            timer(sys, Vtimer.PROFILE, true, 3);
            timer(sys, Vtimer.VIRTUAL, true, 30);
            pause(sys, 2);
            timer(sys, Vtimer.PROFILE, false, 0);
            timer(sys, Vtimer.VIRTUAL, false, 0);
        });
        machine.run(6 * TestMachine.TICK);

        assertEquals(List.of(0L, 0L, 1L, 28L), values);
        assertEquals(List.of(Signals.SIGPROF), signals());
    }

    @Test
    void timerThatIsStoppedSignalsNobody() {
        service.runs(sys -> {
            timer(sys, Vtimer.VIRTUAL, true, 3);
            timer(sys, Vtimer.PROFILE, true, 4);
            pause(sys, 1);
            timer(sys, Vtimer.VIRTUAL, true, 0);
            timer(sys, Vtimer.PROFILE, true, 0);
        });
        machine.run(9 * TestMachine.TICK);

        assertEquals(List.of(0L, 0L, 2L, 3L), values);
        assertEquals(List.of(), signals());
    }

    @Test
    void timerOfOneWhoDoesNotRunDoesNotCount() {
        Member idle = machine.service("idle");
        service.runs(sys -> {
            values.add(sys.value(new Vtimer(Vtimer.VIRTUAL, true, 2, idle.endpoint())));
            values.add(sys.value(new Vtimer(Vtimer.PROFILE, true, 2, Endpoint.SELF)));
            pause(sys, 5);
            values.add(sys.value(new Vtimer(Vtimer.VIRTUAL, false, 0, idle.endpoint())));
            values.add(sys.value(new Vtimer(Vtimer.PROFILE, false, 0, Endpoint.SELF)));
        });
        machine.run(7 * TestMachine.TICK);

        assertEquals(List.of(0L, 0L, 2L, 2L), values);
    }

    @Test
    void timersThatMakeNoSenseAreRefused() {
        service.runs(sys -> {
            status.add(sys.status(new Vtimer(0, true, 1, Endpoint.SELF)));
            status.add(sys.status(new Vtimer(3, true, 1, Endpoint.SELF)));
            status.add(sys.status(new Vtimer(Vtimer.VIRTUAL, true, -1, Endpoint.SELF)));
            status.add(sys.status(new Vtimer(Vtimer.VIRTUAL, true, 1, Endpoint.of(99, 9))));
            status.add(sys.status(new Vtimer(Vtimer.VIRTUAL, true, 1, Endpoint.CLOCK)));
        });
        machine.run();

        assertEquals(List.of(EINVAL, EINVAL, EINVAL, EINVAL, EINVAL), status);
    }

    // ---- SYS_SPROF

    private static String file(Syslib sys, int address) {
        byte[] bytes = new byte[Sprof.SAMPLE_BYTES - 8];
        sys.memory().get(address, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1).trim();
    }

    @Test
    void samplesTellWhichLineOfWhichProcessRuns() {
        List<String> samples = new ArrayList<>();
        service.runs(sys -> {
            must(sys, new Sprof(Sprof.START, BUFFER, 10 * Sprof.SAMPLE_BYTES));
            pause(sys, 3);
            int count = (int) sys.value(new Sprof(Sprof.STOP, 0, 0));
            for (int at = BUFFER; at <= BUFFER + count * Sprof.SAMPLE_BYTES; at += 40) {
                int line = sys.memory().getInt(at + 4);
                samples.add(sys.memory().getInt(at) + " " + file(sys, at + 8) + " " + (line > 5));
            }
        });
        machine.run(4 * TestMachine.TICK);

        String sample = busy.endpoint().value() + " Busy.java true";
        assertEquals(List.of(sample, sample, sample, "0  false"), samples);
    }

    @Test
    void samplesStopWhereTheirMemoryIsFull() {
        service.runs(sys -> {
            must(sys, new Sprof(Sprof.START, BUFFER, 3 * Sprof.SAMPLE_BYTES - 1));
            pause(sys, 6);
            values.add(sys.value(new Sprof(Sprof.STOP, 0, 0)));
            values.add(sys.memory().getLong(BUFFER + 2 * Sprof.SAMPLE_BYTES));
        });
        machine.run(8 * TestMachine.TICK);

        assertEquals(List.of(2L, 0L), values);
    }

    @Test
    void profilingThatRunsOrDoesNotIsNotStartedOrStoppedAgain() {
        service.runs(sys -> {
            status.add(sys.status(new Sprof(Sprof.STOP, 0, 0)));
            status.add(sys.status(new Sprof(7, BUFFER, 40)));
            status.add(sys.status(new Sprof(Sprof.START, 0x7fff_f000, 40)));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, -1)));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, 40)));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, 40)));
            status.add(sys.status(new Sprof(Sprof.STOP, 0, 0)));
            status.add(sys.status(new Sprof(Sprof.STOP, 0, 0)));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, 40)));
        });
        machine.run();

        int fault = Errno.EFAULT.status();
        assertEquals(
                List.of(EINVAL, EINVAL, fault, fault, 0, Errno.EBUSY.status(), 0, EINVAL, 0),
                status);
    }

    @Test
    void profilingEndsWithItsOwner() {
        Member owner = machine.service("owner").scheduled(6, 200);
        owner.runs(sys -> must(sys, new Sprof(Sprof.START, BUFFER, 400)));
        service.runs(sys -> {
            pause(sys, 2);
            must(sys, new Clear(busy.endpoint()));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, 400)));
            must(sys, new Clear(owner.endpoint()));
            status.add(sys.status(new Sprof(Sprof.START, BUFFER, 400)));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Errno.EBUSY.status(), 0), status);
    }

    @Test
    void idleMachineGivesNoSamples() {
        busy.runs(_ -> {});
        service.runs(sys -> {
            must(sys, new Sprof(Sprof.START, BUFFER, 400));
            pause(sys, 5);
            values.add(sys.value(new Sprof(Sprof.STOP, 0, 0)));
        });
        machine.run(7 * TestMachine.TICK);

        assertEquals(List.of(0L), values);
        assertTrue(machine.events(SignalRaised.class).isEmpty());
    }
}
