package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.MessageQueued;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.Trap;

/// Sender and receiver meet, whoever comes first (minix: kernel/proc.c, mini_send, mini_receive).
class RendezvousTest {
    private final TestMachine machine = new TestMachine();
    private final Member a = machine.service("a");
    private final Member b = machine.service("b");
    private final Member c = machine.service("c");
    private final List<Received> got = new ArrayList<>();
    private final List<Integer> status = new ArrayList<>();

    private ProcessSnapshot snapshot(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    @Test
    void receiverThatWaitsGetsTheMessageAtOnceAndItsSenderGoesOn() {
        a.runs(sys -> got.add(sys.receive()));
        b.runs(sys -> status.add(sys.send(a.endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(new Received(b.endpoint(), new Ping(1), Trap.SEND, false)), got);
        assertEquals(List.of(0), status);
        assertTrue(machine.events(MessageQueued.class).isEmpty());
        assertEquals(1, machine.events(MessageDelivered.class).size());
    }

    @Test
    void senderWaitsUntilItsMessageIsTaken() {
        a.runs(sys -> status.add(sys.send(b.endpoint(), new Ping(1))));
        b.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
        });
        machine.run();

        assertEquals(ProcessState.SENDING, snapshot(a).state());
        assertEquals(b.endpoint(), snapshot(a).partner());
        assertEquals(1, snapshot(b).waitingSenders());
        assertTrue(status.isEmpty(), "the sender is blocked");

        machine.run(TestMachine.TICK);

        assertEquals(List.of(new Received(a.endpoint(), new Ping(1), Trap.SEND, false)), got);
        assertEquals(List.of(0), status);
        assertEquals(0, snapshot(b).waitingSenders());
    }

    @Test
    void senderOfAMessageThatTheReceiverDoesNotWantNowStaysInItsQueue() {
        a.runs(sys -> sys.send(b.endpoint(), new Ping(1)));
        b.runs(sys -> {
            got.add(sys.receive(c.endpoint()));
            got.add(sys.receive(a.endpoint()));
        });
        c.runs(sys -> sys.send(b.endpoint(), new Ping(2)));
        machine.run();

        assertEquals(c.endpoint(), got.get(0).source());
        assertEquals(a.endpoint(), got.get(1).source());
    }

    @Test
    void sendersAreTakenInTheOrderInWhichTheyCame() {
        Member receiver = machine.service("receiver");
        a.runs(sys -> sys.send(receiver.endpoint(), new Ping(1)));
        b.scheduled(6, 200).runs(sys -> sys.send(receiver.endpoint(), new Ping(2)));
        c.scheduled(8, 200).runs(sys -> sys.send(receiver.endpoint(), new Ping(3)));
        receiver.runs(sys -> {
            pause(sys, 1);
            for (int i = 0; i < 3; i++) {
                got.add(sys.receive());
            }
        });
        machine.run(TestMachine.TICK);

        List<Message> messages = got.stream().map(Received::message).toList();
        assertEquals(List.of(new Ping(2), new Ping(1), new Ping(3)), messages);
    }

    @Test
    void requestGoesToAServerThatWaitsAndItsReplyComesBack() {
        List<Message> reply = new ArrayList<>();
        a.runs(sys -> {
            Received in = sys.receive();
            got.add(in);
            status.add(sys.reply(in.source(), new Ping(2)));
        });
        b.runs(sys -> reply.add(sys.sendrec(a.endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(new Received(b.endpoint(), new Ping(1), Trap.SENDREC, false)), got);
        assertEquals(List.of(new Ping(2)), reply);
        assertEquals(List.of(0), status, "one who waits in SENDREC is always ready for SENDNB");
    }

    @Test
    void requestWaitsForABusyServerAndItsReplyComesBack() {
        List<Message> reply = new ArrayList<>();
        a.runs(sys -> reply.add(sys.sendrec(b.endpoint(), new Ping(1))));
        b.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
            status.add(sys.send(a.endpoint(), new Ping(2)));
        });
        machine.run();
        assertEquals(ProcessState.SENDING, snapshot(a).state());

        machine.run(TestMachine.TICK);

        assertEquals(List.of(new Ping(2)), reply);
        assertEquals(List.of(0), status);
    }

    @Test
    void oneWhoseRequestWasNotTakenYetTakesNoMessage() {
        List<Message> reply = new ArrayList<>();
        a.runs(sys -> reply.add(sys.sendrec(b.endpoint(), new Ping(1))));
        b.runs(sys -> {
            pause(sys, 1);
            status.add(sys.sendnb(a.endpoint(), new Ping(9)));
            got.add(sys.receive());
            status.add(sys.sendnb(a.endpoint(), new Ping(2)));
        });
        machine.run(TestMachine.TICK);

        assertEquals(List.of(Errno.ENOTREADY.status(), 0), status);
        assertEquals(List.of(new Ping(2)), reply);
    }

    @Test
    void sendnbToOneWhoDoesNotWaitFailsAndLeavesNothingBehind() {
        a.runs(sys -> {
            status.add(sys.sendnb(b.endpoint(), new Ping(1)));
            status.add(sys.sendnb(b.endpoint(), new Ping(2)));
            pause(sys, 1);
            status.add(sys.sendnb(b.endpoint(), new Ping(3)));
        });
        b.runs(sys -> got.add(sys.receive()));
        machine.run(TestMachine.TICK);

        assertEquals(List.of(Errno.ENOTREADY.status(), Errno.ENOTREADY.status(), 0), status);
        assertEquals(List.of(new Ping(3)), got.stream().map(Received::message).toList());
        List<IpcRefused> refused = machine.events(IpcRefused.class);
        assertEquals(Rule.NOT_READY, refused.getFirst().rule());
        assertEquals(a.endpoint(), refused.getFirst().caller());
    }

    @Test
    void sourceOfAMessageIsItsSenderWhateverTheMessageSays() {
        a.runs(sys -> got.add(sys.receive(b.endpoint())));
        c.runs(sys -> sys.send(a.endpoint(), new Ping(b.endpoint().value())));
        b.runs(sys -> {
            pause(sys, 1);
            sys.send(a.endpoint(), new Ping(2));
        });
        machine.run(TestMachine.TICK);

        assertEquals(List.of(new Received(b.endpoint(), new Ping(2), Trap.SEND, false)), got);
    }

    @Test
    void messageWithoutContentIsTheFaultOfItsSenderAndHurtsNobodyElse() {
        machine.expectFaults();
        a.runsOnly(sys -> sys.send(b.endpoint(), NullMessages.none()));
        c.runsOnly(sys -> sys.sendrec(b.endpoint(), NullMessages.none()));
        b.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
        });
        machine.run(2 * TestMachine.TICK);

        List<ExceptionRaised> faults = machine.events(ExceptionRaised.class);
        assertEquals(
                List.of(a.endpoint(), c.endpoint()),
                faults.stream().map(ExceptionRaised::process).toList());
        assertEquals(ProcessState.RECEIVING, snapshot(b).state());
        assertEquals(0, snapshot(b).waitingSenders());
    }

    @Test
    void nobodyLivesUnderTheEndpointsThatMeanNobody() {
        for (Endpoint nobody : List.of(Endpoint.NONE, Endpoint.SELF, Endpoint.of(200, 0))) {
            assertEquals(null, machine.kernel().snapshot().process(nobody));
        }
    }
}
