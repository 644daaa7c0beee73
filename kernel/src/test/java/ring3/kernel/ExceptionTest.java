package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.SignalRaised;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Buggy;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Trap;

/// Java exceptions and wild accesses are the exceptions of the processor: they freeze the process
/// and its signal manager is told (minix: kernel/arch/i386/exception.c, cause_sig).
class ExceptionTest {
    private final TestMachine machine = new TestMachine().expectFaults();
    private final Member victim = machine.service("victim");
    private final List<Received> told = new ArrayList<>();
    private final List<SignalReply> fetched = new ArrayList<>();

    private ProcessSnapshot snapshot() {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(victim.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    /// rs notes what it is told and fetches; `forgiving` says how often it lets the victim go on.
    private void manage(int forgiving) {
        machine.rs(sys -> {
            for (int i = 0; ; i++) {
                told.add(sys.receive());
                fetched.add((SignalReply) must(sys, new Getksig()));
                if (i < forgiving) {
                    must(sys, new Endksig(fetched.getLast().target()));
                }
            }
        });
    }

    private static int signalOf(Buggy bug) {
        return switch (bug) {
            case DIVISION -> Signals.SIGFPE;
            case ABORT, ASSERTION, ARGUMENT -> Signals.SIGABRT;
            case NULL_POINTER, WILD_READ, WILD_WRITE, READ_ACROSS_THE_END, BOUNDS, RECURSION ->
                    Signals.SIGSEGV;
        };
    }

    @ParameterizedTest
    @EnumSource(Buggy.class)
    void bugFreezesItsProcessAtItsLineAndTheManagerIsTold(Buggy bug) {
        victim.runsOnly(bug);
        Member other = machine.service("other");
        manage(0);
        machine.run();

        ExceptionRaised raised = machine.events(ExceptionRaised.class).getFirst();
        assertEquals(victim.endpoint(), raised.process());
        assertEquals(signalOf(bug), raised.signal());
        assertTrue(raised.place().startsWith("Buggy.java:"), raised::place);
        assertEquals(ProcessState.SIGNALED, snapshot().state());
        assertEquals(raised.cause(), snapshot().fault());
        assertNotNull(snapshot().line());
        SignalRaised signal = machine.events(SignalRaised.class).getFirst();
        assertEquals(Endpoint.RS, signal.manager());
        long set = Signals.bit(Signals.SIGKSIG);
        assertEquals(
                List.of(new Received(Endpoint.SYSTEM, new Notify(0, 0, set), Trap.NOTIFY, false)),
                told);
        long raisedSet = Signals.bit(signalOf(bug));
        assertEquals(List.of(new SignalReply(victim.endpoint(), raisedSet)), fetched);
        assertNotNull(machine.kernel().snapshot().process(other.endpoint()));
        assertNull(machine.kernel().panicReason());
    }

    @Test
    void programThatReturnsAborts() {
        victim.runsOnly(_ -> {});
        manage(0);
        machine.run();

        assertEquals(Signals.SIGABRT, machine.events(ExceptionRaised.class).getFirst().signal());
    }

    @Test
    void pageFaultOfAProcessThatIsLetGoComesAgain() {
        victim.runsOnly(Buggy.WILD_READ);
        manage(3);
        machine.run();

        assertEquals(4, machine.events(ExceptionRaised.class).size());
        assertEquals(4, told.size());
        assertEquals(ProcessState.SIGNALED, snapshot().state());
    }

    @Test
    void exceptionOfAProcessThatIsLetGoComesAgain() {
        victim.runsOnly(Buggy.DIVISION);
        manage(3);
        machine.run();

        List<ExceptionRaised> raised = machine.events(ExceptionRaised.class);
        assertEquals(4, raised.size());
        assertEquals(Signals.SIGFPE, raised.getLast().signal());
        assertEquals(raised.getFirst().place(), raised.getLast().place());
    }

    @Test
    void exceptionInAServiceThatHandlesItsOwnSignalsStopsTheMachine() {
        machine.rs(Buggy.NULL_POINTER);
        machine.run();

        assertTrue(machine.kernel().isStopped());
        Panicked panic = machine.events(Panicked.class).getFirst();
        assertEquals(Endpoint.RS, panic.culprit());
        String reason = machine.kernel().panicReason();
        assertNotNull(reason);
        assertTrue(reason.contains("NullPointerException"), reason);
        long before = machine.kernel().event();
        machine.run();
        assertEquals(before, machine.kernel().event(), "nothing happens any more");
    }

    @Test
    void crashOnRequestIsAnExceptionWhereTheProcessIs() {
        victim.runs(sys -> sys.receive(Endpoint.CLOCK));
        manage(0);
        machine.run();
        assertTrue(machine.kernel().crash(victim.endpoint()));
        machine.run();

        assertEquals(Signals.SIGSEGV, machine.events(ExceptionRaised.class).getFirst().signal());
        assertEquals(victim.endpoint(), fetched.getFirst().target());
        assertEquals(ProcessState.SIGNALED, snapshot().state());
    }

    @Test
    void nobodyCrashesWhoIsNotThere() {
        machine.run();
        long before = machine.kernel().event();

        assertTrue(!machine.kernel().crash(Endpoint.of(victim.endpoint().slot(), 1)));
        assertTrue(!machine.kernel().crash(Endpoint.CLOCK));
        assertTrue(!machine.kernel().signal(victim.endpoint(), 64));
        assertEquals(before, machine.kernel().event());
    }

    @Test
    void everyInstructionThatMeetsNoMemoryIsAPageFault() {
        List<Program> programs =
                List.of(
                        sys -> sys.memory().get(0x40_0000, new byte[2], 0, 2),
                        sys -> sys.memory().put(0x40_0000, new byte[2], 0, 2),
                        sys -> sys.memory().fill(0x40_0000, 2, 1),
                        sys -> sys.memory().move(0x40_0000, 0x2000, 2),
                        sys -> sys.memory().move(0x2000, 0x40_0000, 2),
                        sys -> sys.memory().putLong(0x40_0000, 1),
                        sys -> sys.memory().getLong(0x40_0000));
        for (int i = 0; i < programs.size(); i++) {
            machine.service("wild" + i).runs(programs.get(i));
        }
        machine.run();

        assertEquals(
                programs.stream().map(_ -> "page fault at 0x400000").toList(),
                machine.events(ExceptionRaised.class).stream()
                        .map(ExceptionRaised::cause)
                        .toList());
    }
}
