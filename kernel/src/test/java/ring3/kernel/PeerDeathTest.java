package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// What becomes of those who wait for a process that dies (minix: kernel/system.c, clear_endpoint).
class PeerDeathTest {
    private static final int DEAD = Errno.EDEADSRCDST.status();

    private final TestMachine machine = new TestMachine();
    private final Member mortal = machine.service("mortal");
    private final Member peer = machine.service("peer");
    private final List<Integer> status = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();

    private void clearAtTickOne() {
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new KernelRequest.Clear(mortal.endpoint()));
        });
    }

    private void assertPeerDied() {
        IpcRefused refused = machine.events(IpcRefused.class).getFirst();
        assertEquals(Rule.PEER_DIED, refused.rule());
        assertEquals(peer.endpoint(), refused.caller());
        assertEquals(mortal.endpoint(), refused.partner());
        ProcessDied died = machine.events(ProcessDied.class).getFirst();
        assertEquals(mortal.endpoint(), died.process());
    }

    @Test
    void sendToOneWhoDiesFails() {
        peer.runs(sys -> status.add(sys.send(mortal.endpoint(), new Ping(1))));
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(DEAD), status);
        assertPeerDied();
    }

    @Test
    void sendrecToOneWhoDiesBeforeItTookTheRequestFails() {
        peer.runs(sys -> status.add(sys.call(mortal.endpoint(), new Ping(1))));
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(DEAD), status);
        assertPeerDied();
    }

    @Test
    void sendrecToOneWhoDiesBeforeItAnsweredFails() {
        mortal.runs(Syslib::receive);
        peer.runs(sys -> status.add(sys.call(mortal.endpoint(), new Ping(1))));
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(DEAD), status);
        assertPeerDied();
    }

    @Test
    void receiveFromOneWhoDiesFailsAndReceiveFromAnybodyGoesOn() {
        Member open = machine.service("open");
        peer.runs(sys -> got.add(sys.receive(mortal.endpoint())));
        open.runs(sys -> got.add(sys.receive()));
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(Received.failed(Errno.EDEADSRCDST)), got);
        assertPeerDied();
    }

    @Test
    void messageOfADeadSenderIsNotDelivered() {
        mortal.runs(sys -> sys.send(peer.endpoint(), new Ping(1)));
        peer.runs(sys -> {
            pause(sys, 2);
            got.add(sys.receive());
        });
        clearAtTickOne();
        machine.run(4 * TestMachine.TICK);

        assertTrue(got.isEmpty());
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(peer.endpoint());
        assertNotNull(snapshot);
        assertEquals(0, snapshot.waitingSenders());
    }

    @Test
    void notificationAndAsynchronousMessageOfADeadSenderAreForgotten() {
        mortal.runs(sys -> {
            sys.notify(peer.endpoint());
            sys.asynsend(peer.endpoint(), new Ping(1), 0);
        });
        peer.runs(sys -> {
            pause(sys, 2);
            got.add(sys.receive());
        });
        clearAtTickOne();
        machine.run(4 * TestMachine.TICK);

        assertTrue(got.isEmpty());
    }

    @Test
    void asynchronousMessageToOneWhoDiesFailsAndItsSenderIsToldIfItWants() {
        peer.runs(sys -> {
            sys.asynsend(mortal.endpoint(), new Ping(1), AsyncMessage.NOTIFY_ERR);
            got.add(sys.receive());
        });
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(
                List.of(new Received(Endpoint.ASYNCM, new Notify(1, 0, 0), Trap.NOTIFY, false)),
                got);
        assertPeerDied();
    }

    @Test
    void everybodyWhoWaitsIsWokenAndNobodyElse() {
        Member second = machine.service("second");
        Member other = machine.service("other");
        peer.runs(sys -> status.add(sys.send(mortal.endpoint(), new Ping(1))));
        second.runs(sys -> status.add(sys.call(mortal.endpoint(), new Ping(2))));
        other.runs(sys -> status.add(sys.send(peer.endpoint(), new Ping(3)) - 1));
        clearAtTickOne();
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(DEAD, DEAD), status);
    }

    // ---- References cleared, the process still there

    private void clearReferencesAtTickOne(boolean thaw) {
        machine.rs(sys -> {
            pause(sys, 1);
            Endpoint dead = mortal.endpoint();
            must(sys, new KernelRequest.Privctl(dead, Privilege.DISALLOW, 0));
            must(sys, new KernelRequest.Privctl(dead, Privilege.CLEAR_IPC_REFS, 0));
            if (thaw) {
                must(sys, new KernelRequest.Privctl(dead, Privilege.ALLOW, 0));
            }
        });
    }

    @Test
    void clearedReferencesWakeWhoeverWaitsForAFrozenProcess() {
        peer.runs(sys -> status.add(sys.call(mortal.endpoint(), new Ping(1))));
        clearReferencesAtTickOne(false);
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(DEAD), status);
        assertTrue(machine.events(ProcessDied.class).isEmpty());
    }

    @Test
    void senderWhoseReferencesWereClearedIsStillInTheQueueOfItsReceiver() {
        mortal.runs(sys -> status.add(sys.send(peer.endpoint(), new Ping(1))));
        peer.runs(sys -> {
            pause(sys, 2);
            got.add(sys.receive());
        });
        clearReferencesAtTickOne(true);
        machine.run(4 * TestMachine.TICK);

        assertEquals(List.of(0), status);
        assertEquals(mortal.endpoint(), got.getFirst().source());
    }

    @Test
    void messageWhoseSenderWasWokenIsNotDeliveredAnyMore() {
        mortal.runs(sys -> {
            pause(sys, 2);
            got.add(sys.receive());
        });
        peer.runs(sys -> status.add(sys.send(mortal.endpoint(), new Ping(1))));
        clearReferencesAtTickOne(true);
        machine.run(4 * TestMachine.TICK);

        assertEquals(List.of(DEAD), status);
        assertTrue(got.isEmpty());
    }

    @Test
    void notificationOfADeadSenderDoesNotComeFromItsHeir() {
        Member heir = machine.service("heir").notAllowed();
        mortal.runs(sys -> sys.notify(peer.endpoint()));
        peer.runs(sys -> {
            pause(sys, 2);
            got.add(sys.receive());
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new KernelRequest.Clear(mortal.endpoint()));
            must(sys, TestMachine.setSystem(sys, heir.endpoint(), heir.rights()));
        });
        machine.run(4 * TestMachine.TICK);

        assertTrue(got.isEmpty());
    }

    // ---- Generations

    @Test
    void slotThatIsUsedAgainGetsTheNextGeneration() {
        List<Endpoint> born = new ArrayList<>();
        machine.rs(sys -> {
            must(sys, new KernelRequest.Clear(mortal.endpoint()));
            pause(sys, 1);
            for (int i = 0; i < 3; i++) {
                born.add(fork(sys));
                must(sys, new KernelRequest.Clear(born.getLast()));
            }
            status.add(sys.send(mortal.endpoint(), new Ping(1)));
            status.add(sys.send(born.getFirst(), new Ping(1)));
        });
        machine.run(2 * TestMachine.TICK);

        int slot = mortal.endpoint().slot();
        assertEquals(
                List.of(Endpoint.of(slot, 1), Endpoint.of(slot, 2), Endpoint.of(slot, 3)), born);
        assertEquals(List.of(DEAD, DEAD), status);
    }

    private Endpoint fork(Syslib sys) {
        int slot = mortal.endpoint().slot();
        KernelReply reply = must(sys, new KernelRequest.Fork(peer.endpoint(), slot, 0));
        return ((KernelReply.ForkReply) reply).child();
    }

    @Test
    void endpointOfAStillLivingProcessIsNotThatOfItsSlotsFormerOne() {
        List<Message> replies = new ArrayList<>();
        machine.rs(sys -> {
            must(sys, new KernelRequest.Clear(mortal.endpoint()));
            pause(sys, 1);
            Endpoint child = fork(sys);
            replies.add(sys.sendrec(mortal.endpoint(), new Ping(1)));
            status.add(sys.sendnb(child, new Ping(1)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(DEAD, replies.getFirst().type());
        assertEquals(List.of(Errno.ENOTREADY.status()), status, "it lives, and waits for others");
    }
}
