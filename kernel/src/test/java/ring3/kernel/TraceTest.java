package ring3.kernel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.SignalRaised;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.SourceLine;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Sleeper;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Trace;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// SYS_TRACE: a debugger stops a process, looks into it, changes it and lets it go on.
class TraceTest {
    private static final int DATA = 0x2000;
    private static final int NOWHERE = 0x7fff_f000;
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int EFAULT = Errno.EFAULT.status();

    private final TestMachine machine = new TestMachine();
    private final Member debugger = machine.service("debugger").scheduled(6, 200);
    private final Member target = machine.service("target").scheduled(7, 200);
    private final List<Integer> status = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private final List<Long> seen = new ArrayList<>();

    private Trace trace(int request, int address, long data) {
        return new Trace(request, target.endpoint(), address, data);
    }

    private void value(Syslib sys, int request, int address) {
        values.add(((ValueReply) must(sys, trace(request, address, 0))).value());
    }

    private void targetCounts() {
        target.runs(sys -> {
            for (long i = 0; i < 5; i++) {
                pause(sys, 1);
                seen.add(i);
            }
        });
    }

    @Test
    void stoppedProcessDoesNotRunUntilItIsResumed() {
        targetCounts();
        debugger.runs(sys -> {
            pause(sys, 2);
            must(sys, trace(Trace.STOP, 0, 0));
            pause(sys, 4);
            seen.add(99L);
            must(sys, trace(Trace.RESUME, 0, 0));
        });
        machine.run(12 * TestMachine.TICK);

        assertEquals(List.of(0L, 99L, 1L, 2L, 3L, 4L), seen);
        assertTrue(machine.events(SignalRaised.class).isEmpty());
    }

    @Test
    void memoryOfAStoppedProcessIsReadAndWritten() {
        target.runs(sys -> {
            sys.memory().putLong(DATA, 0x1122_3344_5566_7788L);
            pause(sys, 2);
            seen.add(sys.memory().getLong(DATA));
            seen.add(sys.memory().getLong(DATA + 8));
        });
        debugger.runs(sys -> {
            pause(sys, 1);
            must(sys, trace(Trace.STOP, 0, 0));
            value(sys, Trace.GET_DATA, DATA);
            value(sys, Trace.READ_BYTE, DATA + 1);
            must(sys, trace(Trace.WRITE_BYTE, DATA, 0xfffL));
            must(sys, trace(Trace.SET_DATA, DATA + 8, 0x8070_6050_4030_2010L));
            must(sys, trace(Trace.RESUME, 0, 0));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0x1122_3344_5566_7788L, 0x77L), values);
        assertEquals(List.of(0x1122_3344_5566_77ffL, 0x8070_6050_4030_2010L), seen);
    }

    @Test
    void kernelTellsWhatItKeepsOfAStoppedProcess() {
        target.runsOnly(new Sleeper());
        debugger.runs(sys -> {
            pause(sys, 1);
            must(sys, trace(Trace.STOP, 0, 0));
            for (int field = 0; field < 4; field++) {
                value(sys, Trace.GET_USER, field);
            }
            status.add(sys.status(trace(Trace.GET_USER, 4, 0)));
            status.add(sys.status(trace(Trace.GET_USER, -1, 0)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(0x40 | 0x8, values.get(0), "P_STOP and RECEIVING");
        assertEquals(7, values.get(1));
        assertTrue(values.get(2) > 0);
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(target.endpoint());
        SourceLine line = requireNonNull(requireNonNull(snapshot).line());
        assertEquals("Sleeper.java", line.file());
        assertEquals(line.line(), values.get(3));
        assertEquals(List.of(EFAULT, EFAULT), status);
    }

    @Test
    void processWithoutAProgramHasNoLine() {
        target.notAllowed();
        debugger.runs(sys -> {
            must(sys, trace(Trace.STOP, 0, 0));
            value(sys, Trace.GET_USER, 3);
        });
        machine.run();

        assertEquals(List.of(0L), values);
    }

    private void steps(int request) {
        target.runs(sys -> {
            pause(sys, 2);
            for (long i = 0; i < 3; i++) {
                sys.notify(debugger.endpoint());
                seen.add(i);
            }
        });
        debugger.runs(sys -> {
            pause(sys, 1);
            must(sys, trace(Trace.STOP, 0, 0));
            pause(sys, 2);
            must(sys, trace(request, 0, 0));
        });
        machine.rs(sys -> {
            assertTrue(sys.receive().isNotifyFrom(Endpoint.SYSTEM));
            must(sys, new Getksig());
            pause(sys, 2);
            seen.add(99L);
            must(sys, new Endksig(target.endpoint()));
        });
        machine.run(8 * TestMachine.TICK);

        assertEquals(List.of(99L, 0L, 1L, 2L), seen);
        List<SignalRaised> raised = machine.events(SignalRaised.class);
        assertEquals(1, raised.size());
        assertEquals(Signals.SIGTRAP, raised.getFirst().signal());
        assertEquals(target.endpoint(), raised.getFirst().process());
    }

    @Test
    void stepEndsAtTheNextKernelEntry() {
        steps(Trace.STEP);
    }

    @Test
    void systemCallIsWhereAStepEnds() {
        steps(Trace.SYSCALL);
    }

    @Test
    void resumedProcessDoesNotStepAnyMore() {
        targetCounts();
        debugger.runs(sys -> {
            must(sys, trace(Trace.STOP, 0, 0));
            must(sys, trace(Trace.STEP, 0, 0));
            must(sys, trace(Trace.STOP, 0, 0));
            must(sys, trace(Trace.RESUME, 0, 0));
        });
        machine.run(7 * TestMachine.TICK);

        assertTrue(machine.events(SignalRaised.class).isEmpty());
        assertEquals(5, seen.size());
    }

    @Test
    void signalledProcessMayBeLookedAtToo() {
        target.runs(sys -> sys.memory().putLong(DATA, 5));
        debugger.runs(sys -> {
            pause(sys, 1);
            must(sys, new Kill(target.endpoint(), Signals.SIGTERM));
            value(sys, Trace.GET_DATA, DATA);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(5L), values);
    }

    @Test
    void requestsThatMakeNoSenseAreRefusedAndChangeNothing() {
        Member running = machine.service("running");
        target.runs(sys -> sys.memory().putLong(DATA, 5));
        debugger.runs(sys -> {
            pause(sys, 1);
            status.add(sys.status(new Trace(Trace.STOP, Endpoint.of(99, 9), 0, 0)));
            status.add(sys.status(new Trace(Trace.STOP, Endpoint.CLOCK, 0, 0)));
            status.add(sys.status(new Trace(Trace.GET_DATA, running.endpoint(), DATA, 0)));
            status.add(sys.status(new Trace(Trace.RESUME, running.endpoint(), DATA, 0)));
            must(sys, trace(Trace.STOP, 0, 0));
            status.add(sys.status(trace(0, DATA, 0)));
            status.add(sys.status(trace(Trace.GET_DATA, NOWHERE, 0)));
            status.add(sys.status(trace(Trace.SET_DATA, NOWHERE, 0)));
            status.add(sys.status(trace(Trace.READ_BYTE, 0, 0)));
            status.add(sys.status(trace(Trace.WRITE_BYTE, 0, 0)));
            value(sys, Trace.GET_DATA, DATA);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(
                List.of(
                        Errno.ESRCH.status(),
                        Errno.EPERM.status(),
                        EINVAL,
                        EINVAL,
                        EINVAL,
                        EFAULT,
                        EFAULT,
                        EFAULT,
                        EFAULT),
                status);
        assertEquals(List.of(5L), values);
        assertEquals(
                List.of(Rule.DEAD_ENDPOINT, Rule.KERNEL_TASK, Rule.BAD_ARGUMENT),
                machine.events(KernelCallRefused.class).stream()
                        .map(KernelCallRefused::rule)
                        .limit(3)
                        .toList());
    }

    @Test
    void messageForAStoppedProcessWaitsForIt() {
        target.runs(sys -> seen.add((long) sys.receive().message().type()));
        debugger.runs(sys -> {
            pause(sys, 1);
            must(sys, trace(Trace.STOP, 0, 0));
            status.add(sys.send(target.endpoint(), new Ping(1)));
            seen.add(99L);
            must(sys, trace(Trace.RESUME, 0, 0));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(99L, (long) new Ping(1).type()), seen);
        assertEquals(List.of(0), status);
    }
}
