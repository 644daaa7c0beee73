package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Exit;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Signals;

/// Signals go by way of a manager, who decides (minix: kernel/system/do_kill.c, do_getksig.c,
/// do_endksig.c, do_runctl.c).
class SignalTest {
    private static final int TERM_AND_HUP = 1 << Signals.SIGTERM | 1 << Signals.SIGHUP;
    private static final int EINVAL = Errno.EINVAL.status();

    private final TestMachine machine = new TestMachine();
    private final Member target = machine.service("target");
    private final List<Integer> status = new ArrayList<>();
    private final List<SignalReply> fetched = new ArrayList<>();

    private ProcessState state(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot.state();
    }

    private void targetCounts() {
        target.runs(sys -> {
            for (int i = 1; i < 6; i++) {
                pause(sys, 1);
                status.add(i);
            }
        });
    }

    @Test
    void signalledProcessIsFrozenUntilItsManagerHasDealtWithAll() {
        targetCounts();
        machine.rs(sys -> {
            pause(sys, 2);
            status.add(sys.kill(target.endpoint(), Signals.SIGTERM));
            status.add(sys.kill(target.endpoint(), Signals.SIGHUP));
            fetched.add((SignalReply) must(sys, new Getksig()));
            fetched.add((SignalReply) must(sys, new Getksig()));
            pause(sys, 3);
            status.add(sys.status(new Endksig(target.endpoint())));
        });
        machine.run(4 * TestMachine.TICK);
        assertEquals(ProcessState.SIGNALED, state(target));
        assertEquals(List.of(1, 0, 0), status, "rs comes first at tick 2");

        machine.run(8 * TestMachine.TICK);

        assertEquals(List.of(1, 0, 0, 0, 2, 3, 4, 5), status);
        assertEquals(
                List.of(
                        new SignalReply(target.endpoint(), TERM_AND_HUP),
                        new SignalReply(Endpoint.NONE, 0)),
                fetched);
    }

    @Test
    void signalThatComesWhileOthersAreDealtWithKeepsTheProcessFrozen() {
        machine.rs(sys -> {
            sys.kill(target.endpoint(), Signals.SIGTERM);
            fetched.add((SignalReply) must(sys, new Getksig()));
            sys.kill(target.endpoint(), Signals.SIGHUP);
            must(sys, new Endksig(target.endpoint()));
            fetched.add((SignalReply) must(sys, new Getksig()));
        });
        machine.run();

        assertEquals(Signals.bit(Signals.SIGHUP), fetched.getLast().signals());
        assertEquals(ProcessState.SIGNALED, state(target));
    }

    @Test
    void signalsAreForTheirManagerAlone() {
        Member manager = machine.service("manager");
        Member other = machine.service("other").scheduled(8, 200);
        target.rights(target.rights().manager(manager.endpoint()));
        manager.runs(sys -> {
            Received in = sys.receive();
            assertTrue(((Notify) in.message()).hasSignal(Signals.SIGKSIG));
            pause(sys, 2);
            fetched.add((SignalReply) must(sys, new Getksig()));
        });
        other.runs(sys -> {
            status.add(sys.kill(target.endpoint(), Signals.SIGTERM));
            fetched.add((SignalReply) must(sys, new Getksig()));
            status.add(sys.status(new Endksig(target.endpoint())));
            status.add(sys.status(new Endksig(manager.endpoint())));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0, Errno.EPERM.status(), EINVAL), status);
        assertEquals(Endpoint.NONE, fetched.get(0).target());
        assertEquals(target.endpoint(), fetched.get(1).target());
    }

    @Test
    void signalsThatDoNotExistAndProcessesThatDoNotAreRefused() {
        machine.rs(sys -> {
            status.add(sys.kill(target.endpoint(), 0));
            status.add(sys.kill(target.endpoint(), Signals.COUNT + 1));
            status.add(sys.kill(Endpoint.of(99, 9), Signals.SIGTERM));
            status.add(sys.kill(Endpoint.CLOCK, Signals.SIGTERM));
        });
        machine.run();

        assertEquals(List.of(EINVAL, EINVAL, EINVAL, EINVAL), status);
        assertEquals(ProcessState.RECEIVING, state(target));
    }

    @Test
    void signalOfAProcessWhoseManagerIsGoneIsRefused() {
        Member manager = machine.service("manager");
        target.rights(target.rights().manager(manager.endpoint()));
        machine.rs(sys -> {
            must(sys, new Clear(manager.endpoint()));
            status.add(sys.status(new Kill(target.endpoint(), Signals.SIGTERM)));
        });
        machine.run();

        assertEquals(List.of(Errno.EPERM.status()), status);
        assertEquals(ProcessState.RECEIVING, state(target));
    }

    @Test
    void serviceThatExitsIsSignalledAsIfItHadAborted() {
        target.runsOnly(sys -> {
            status.add(1);
            sys.status(new Exit());
            status.add(2);
        });
        machine.rs(sys -> {
            sys.receive();
            fetched.add((SignalReply) must(sys, new Getksig()));
        });
        machine.run();

        assertEquals(List.of(1), status);
        assertEquals(
                List.of(new SignalReply(target.endpoint(), Signals.bit(Signals.SIGABRT))), fetched);
        assertEquals(ProcessState.SIGNALED, state(target));
    }

    @Test
    void serviceThatManagesItselfAndExitsStopsTheMachine() {
        machine.rs(sys -> sys.status(new Exit()));
        machine.run();

        assertNotNull(machine.kernel().panicReason());
    }

    @Test
    void signalFromOutsideGoesTheSameWay() {
        targetCounts();
        machine.rs(sys -> {
            sys.receive();
            fetched.add((SignalReply) must(sys, new Getksig()));
        });
        machine.run();
        assertTrue(machine.kernel().signal(target.endpoint(), Signals.SIGKILL));
        machine.run(4 * TestMachine.TICK);

        assertTrue(status.isEmpty());
        assertEquals(Signals.bit(Signals.SIGKILL), fetched.getFirst().signals());
    }

    // ---- Stop and go

    @Test
    void stoppedProcessWaitsUntilItIsResumed() {
        targetCounts();
        machine.rs(sys -> {
            pause(sys, 2);
            must(sys, new Runctl(target.endpoint(), true, false));
            pause(sys, 3);
            must(sys, new Runctl(target.endpoint(), false, false));
        });
        machine.run(4 * TestMachine.TICK);
        assertEquals(ProcessState.STOPPED, state(target));
        assertEquals(List.of(1), status);

        machine.run(8 * TestMachine.TICK);
        assertEquals(List.of(1, 2, 3, 4, 5), status);
    }

    @Test
    void stoppedReceiverStillGetsItsMessage() {
        Member sender = machine.service("sender").scheduled(8, 200);
        List<Received> got = new ArrayList<>();
        target.runs(sys -> got.add(sys.receive()));
        sender.runs(sys -> {
            pause(sys, 1);
            status.add(sys.notify(target.endpoint()));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new Runctl(target.endpoint(), true, false));
            pause(sys, 1);
            must(sys, new Runctl(target.endpoint(), false, false));
            status.add(sys.status(new Runctl(Endpoint.of(99, 9), true, false)));
        });
        machine.run(4 * TestMachine.TICK);

        assertEquals(List.of(0, EINVAL), status);
        assertEquals(sender.endpoint(), got.getFirst().source());
    }
}
