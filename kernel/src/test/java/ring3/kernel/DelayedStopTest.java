package ring3.kernel;

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
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.Signals;

/// SYS_RUNCTL with a delay: one who is sending is stopped when its message was taken, so that no
/// receiver waits for one who cannot go on.
class DelayedStopTest {
    private final TestMachine machine = new TestMachine();
    private final Member target = machine.service("target");
    private final Member receiver = machine.service("receiver");
    private final List<Integer> status = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();

    private Runctl stop(boolean delay) {
        return new Runctl(target.endpoint(), true, delay);
    }

    private void targetSends() {
        target.runs(sys -> {
            sys.send(receiver.endpoint(), new Ping(1));
            happened.add("sent");
        });
    }

    @Test
    void oneWhoSendsIsSignalledWhenItsMessageWasTaken() {
        targetSends();
        receiver.runs(sys -> {
            pause(sys, 2);
            sys.receive();
            happened.add("received");
        });
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(stop(true)));
            assertTrue(machine.events(SignalRaised.class).isEmpty());
            sys.receive();
            must(sys, new Getksig());
            pause(sys, 2);
            happened.add("signalled");
            must(sys, new Endksig(target.endpoint()));
        });
        machine.run(6 * TestMachine.TICK);

        assertEquals(List.of(Errno.EBUSY.status()), status);
        assertEquals(Rule.SENDING, machine.events(KernelCallRefused.class).getFirst().rule());
        assertEquals(List.of("received", "signalled", "sent"), happened);
        SignalRaised raised = machine.events(SignalRaised.class).getFirst();
        assertEquals(Signals.SIGSNDELAY, raised.signal());
        assertEquals(target.endpoint(), raised.process());
    }

    @Test
    void signalComesOnce() {
        target.runs(sys -> {
            sys.send(receiver.endpoint(), new Ping(1));
            sys.send(receiver.endpoint(), new Ping(2));
            happened.add("sent");
        });
        receiver.runs(sys -> {
            pause(sys, 2);
            sys.receive();
            pause(sys, 2);
            sys.receive();
        });
        machine.rs(sys -> {
            pause(sys, 1);
            sys.status(stop(true));
            sys.receive();
            must(sys, new Getksig());
            must(sys, new Endksig(target.endpoint()));
        });
        machine.run(6 * TestMachine.TICK);

        assertEquals(1, machine.events(SignalRaised.class).size());
        assertEquals(List.of("sent"), happened);
    }

    @Test
    void oneWhoDoesNotSendIsStoppedAtOnce() {
        target.runs(sys -> {
            sys.receive(Endpoint.RS);
            happened.add("received");
        });
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(stop(true)));
            sys.notify(target.endpoint());
            pause(sys, 1);
            happened.add("stopped");
            status.add(sys.status(new Runctl(target.endpoint(), false, true)));
        });
        machine.run(4 * TestMachine.TICK);

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of("stopped", "received"), happened);
        assertTrue(machine.events(SignalRaised.class).isEmpty());
    }

    @Test
    void withoutDelayOneWhoSendsIsStoppedAndItsMessageStillTaken() {
        targetSends();
        receiver.runs(sys -> {
            pause(sys, 2);
            sys.receive();
            happened.add("received");
        });
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(stop(false)));
            pause(sys, 2);
            happened.add("stopped");
            status.add(sys.status(new Runctl(target.endpoint(), false, false)));
        });
        machine.run(5 * TestMachine.TICK);

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of("received", "stopped", "sent"), happened);
        assertTrue(machine.events(SignalRaised.class).isEmpty());
    }

    @Test
    void stopWithoutDelayTakesTheWishForTheSignalBack() {
        targetSends();
        receiver.runs(sys -> {
            pause(sys, 2);
            sys.receive();
        });
        machine.rs(sys -> {
            pause(sys, 1);
            sys.status(stop(true));
            status.add(sys.status(stop(false)));
            pause(sys, 2);
            status.add(sys.status(new Runctl(target.endpoint(), false, false)));
        });
        machine.run(5 * TestMachine.TICK);

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of("sent"), happened);
        assertTrue(machine.events(SignalRaised.class).isEmpty());
    }
}
