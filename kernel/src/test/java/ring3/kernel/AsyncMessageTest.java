package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.MessageQueued;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// SENDA: the message waits in a table of its sender, who goes on (minix: kernel/proc.c,
/// mini_senda).
class AsyncMessageTest {
    private final TestMachine machine = new TestMachine();
    private final Member sender = machine.service("sender");
    private final Member receiver = machine.service("receiver");
    private final List<Integer> status = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();

    private List<Message> messages() {
        return got.stream().map(Received::message).toList();
    }

    @Test
    void senderGoesOnAndTheMessageComesLater() {
        sender.runs(sys -> {
            status.add(sys.asynsend(receiver.endpoint(), new Ping(1), 0));
            status.add(sys.asynsend(receiver.endpoint(), new Ping(2), 0));
        });
        receiver.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
            got.add(sys.receive());
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of(new Ping(1), new Ping(2)), messages());
        assertEquals(sender.endpoint(), got.getFirst().source());
    }

    @Test
    void receiverThatWaitsGetsTheMessageAtOnce() {
        receiver.scheduled(6, 200).runs(sys -> got.add(sys.receive()));
        sender.runs(sys -> status.add(sys.asynsend(receiver.endpoint(), new Ping(1), 0)));
        machine.run();

        assertEquals(List.of(new Ping(1)), messages());
    }

    @Test
    void senderThatWantsToKnowIsToldWhenTheMessageWasTaken() {
        sender.runs(sys -> {
            sys.asynsend(receiver.endpoint(), new Ping(1), AsyncMessage.NOTIFY);
            sys.asynsend(receiver.endpoint(), new Ping(2), AsyncMessage.NOTIFY_ERR);
            got.add(sys.receive(Endpoint.ASYNCM));
        });
        receiver.runs(sys -> {
            pause(sys, 1);
            sys.receive();
            sys.receive();
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(
                List.of(new Received(Endpoint.ASYNCM, new Notify(1, 0, 0), Trap.NOTIFY, false)),
                got);
    }

    @Test
    void senderThatDoesNotWantToKnowIsNotTold() {
        sender.runs(sys -> {
            sys.asynsend(receiver.endpoint(), new Ping(1), 0);
            sys.asynsend(receiver.endpoint(), new Ping(2), AsyncMessage.NOTIFY_ERR);
            sys.asynsend(Endpoint.of(200, 0), new Ping(3), 0);
            got.add(sys.receive(Endpoint.ASYNCM));
        });
        receiver.runs(sys -> {
            sys.receive();
            sys.receive();
        });
        machine.run();

        assertEquals(List.of(), got);
    }

    @Test
    void messageThatStillWaitsIsToldOfOnce() {
        sender.runs(sys -> {
            for (int i = 1; i <= 3; i++) {
                sys.asynsend(receiver.endpoint(), new Ping(i), 0);
            }
        });
        machine.run();

        assertEquals(
                List.of(new Ping(1), new Ping(2), new Ping(3)),
                machine.events(MessageQueued.class).stream().map(MessageQueued::message).toList());
        assertEquals(Trap.SENDA, machine.events(MessageQueued.class).getFirst().trap());
    }

    @Test
    void eachMessageFailsAloneWithItsOwnReason() {
        sender.rights(Rights.ALL.sendTo(1L << Privilege.USER_ID + 2));
        receiver.rights(Rights.ALL.sendTo(0)).runs(sys -> got.add(sys.receive()));
        sender.runs(sys -> {
            pause(sys, 1);
            status.add(sys.asynsend(Endpoint.of(200, 0), new Ping(1), 0));
            status.add(sys.asynsend(Endpoint.CLOCK, new Ping(2), 0));
            status.add(sys.asynsend(Endpoint.RS, new Ping(3), 0));
            status.add(sys.asynsend(receiver.endpoint(), new Ping(4), 0));
        });
        machine.rs(sys -> TestMachine.must(sys, grantAgain(sys)));
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0, 0, 0, 0), status, "what becomes of a message is told in its entry");
        List<IpcRefused> refused = machine.events(IpcRefused.class);
        assertEquals(
                List.of(Rule.DEAD_ENDPOINT, Rule.SEND_MASK, Rule.SEND_MASK),
                refused.stream().map(IpcRefused::rule).toList());
        assertEquals(List.of(new Ping(4)), messages());
    }

    /// The receiver was set up after the sender, and took the right to send to it away again.
    private KernelRequest grantAgain(Syslib sys) {
        Endpoint target = sender.endpoint();
        TestMachine.must(sys, new KernelRequest.Privctl(target, Privilege.DISALLOW, 0));
        TestMachine.must(sys, TestMachine.setSystem(sys, target, sender.rights()));
        return new KernelRequest.Privctl(target, Privilege.ALLOW, 0);
    }

    @Test
    void failedMessageTellsItsSenderWhoWantsToKnow() {
        sender.runs(sys -> {
            sys.asynsend(Endpoint.of(200, 0), new Ping(1), 0);
            sys.asynsend(Endpoint.of(200, 0), new Ping(1), AsyncMessage.NOTIFY_ERR);
            got.add(sys.receive(Endpoint.ASYNCM));
        });
        machine.run();

        assertEquals(List.of(Endpoint.ASYNCM), got.stream().map(Received::source).toList());
    }

    @Test
    void serviceMaySendToItselfInThisWay() {
        sender.runs(sys -> {
            status.add(sys.asynsend(sender.endpoint(), new Ping(1), 0));
            got.add(sys.receive());
        });
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of(new Received(sender.endpoint(), new Ping(1), Trap.SENDA, false)), got);
    }

    @Test
    void tableThatIsFullOfWaitingMessagesTakesNoMore() {
        sender.runs(sys -> {
            for (int i = 0; i < 65; i++) {
                status.add(sys.asynsend(receiver.endpoint(), new Ping(i), 0));
            }
        });
        receiver.runs(sys -> {
            pause(sys, 1);
            for (int i = 0; i < 64; i++) {
                got.add(sys.receive());
            }
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(0, status.get(63));
        assertEquals(Errno.ENOMEM.status(), status.get(64));
        assertEquals(new Ping(63), got.getLast().message());
    }

    @Test
    void onlyServicesMaySendInThisWay() {
        sender.rights(Rights.ALL.withoutFlag(Privilege.SYS_PROC));
        sender.runs(sys -> status.add(sys.asynsend(receiver.endpoint(), new Ping(1), 0)));
        machine.run();

        assertEquals(List.of(Errno.EPERM.status()), status);
        assertEquals(Rule.SYSTEM_PROCESS, machine.events(IpcRefused.class).getFirst().rule());
    }

    @Test
    void messagesForTwoUserProcessesDoNotHideEachOther() {
        Member pm = machine.service("pm", Endpoint.PM);
        Member first = machine.user("first");
        Member second = machine.user("second");
        pm.runs(sys -> {
            sys.asynsend(first.endpoint(), new Ping(1), 0);
            sys.asynsend(second.endpoint(), new Ping(2), 0);
            sys.receive();
            sys.receive();
        });
        pm.scheduled(6, 200);
        first.runs(sys -> status.add(sys.call(Endpoint.PM, new Ping(9))));
        second.runs(sys -> status.add(sys.call(Endpoint.PM, new Ping(9))));
        machine.run();

        assertEquals(List.of(new Ping(1).type(), new Ping(2).type()), status);
    }

    @Test
    void messageWithoutContentIsTheFaultOfItsSenderAndHurtsNobodyElse() {
        machine.expectFaults();
        receiver.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
        });
        sender.runsOnly(sys -> sys.asynsend(receiver.endpoint(), NullMessages.none(), 0));
        machine.run(2 * TestMachine.TICK);

        List<ExceptionRaised> faults = machine.events(ExceptionRaised.class);
        assertEquals(
                List.of(sender.endpoint()), faults.stream().map(ExceptionRaised::process).toList());
        assertEquals(ProcessState.RECEIVING, state(receiver));
    }

    private ProcessState state(Member member) {
        return Objects.requireNonNull(machine.kernel().snapshot().process(member.endpoint()))
                .state();
    }
}
