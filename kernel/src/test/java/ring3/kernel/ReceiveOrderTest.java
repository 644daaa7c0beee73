package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.NotificationPending;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Received;

/// What a receive looks at first: notifications by privilege id, asynchronous messages by privilege
/// id, then blocked senders, oldest first (minix: kernel/proc.c, mini_receive).
class ReceiveOrderTest {
    private final TestMachine machine = new TestMachine();
    private final List<Received> got = new ArrayList<>();

    private List<Endpoint> sources() {
        return got.stream().map(Received::source).toList();
    }

    /// Takes messages once everybody has sent, `count` of them.
    private void takeLater(Member receiver, int count) {
        receiver.runs(sys -> {
            pause(sys, 2);
            for (int i = 0; i < count; i++) {
                got.add(sys.receive());
            }
        });
    }

    @Test
    void notificationsComeFirstThenAsynchronousMessagesThenSenders() {
        Member receiver = machine.service("receiver");
        Member sender = machine.service("sender");
        Member async = machine.service("async");
        Member notifier = machine.service("notifier");
        takeLater(receiver, 3);
        sender.runs(sys -> sys.send(receiver.endpoint(), new Ping(1)));
        async.runs(sys -> sys.asynsend(receiver.endpoint(), new Ping(2), 0));
        notifier.runs(sys -> sys.notify(receiver.endpoint()));
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(notifier.endpoint(), async.endpoint(), sender.endpoint()), sources());
    }

    @Test
    void lowestPrivilegeIdComesFirstAmongNotifications() {
        Member receiver = machine.service("receiver");
        Member first = machine.service("first");
        Member second = machine.service("second");
        Member pm = machine.service("pm", Endpoint.PM);
        takeLater(receiver, 3);
        second.runs(sys -> sys.notify(receiver.endpoint()));
        first.runs(sys -> {
            pause(sys, 1);
            sys.notify(receiver.endpoint());
        });
        pm.scheduled(8, 200).runs(sys -> sys.notify(receiver.endpoint()));
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Endpoint.PM, first.endpoint(), second.endpoint()), sources());
    }

    @Test
    void lowestPrivilegeIdComesFirstAmongAsynchronousMessages() {
        Member receiver = machine.service("receiver");
        Member first = machine.service("first").scheduled(9, 200);
        Member second = machine.service("second");
        takeLater(receiver, 3);
        first.runs(sys -> sys.asynsend(receiver.endpoint(), new Ping(1), 0));
        second.runs(sys -> {
            sys.asynsend(receiver.endpoint(), new Ping(2), 0);
            sys.asynsend(receiver.endpoint(), new Ping(3), 0);
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(
                List.of(new Ping(1), new Ping(2), new Ping(3)),
                got.stream().map(Received::message).toList());
    }

    @Test
    void receiveFromOneLeavesTheNotificationsOfOthersPending() {
        Member receiver = machine.service("receiver");
        Member a = machine.service("a");
        Member b = machine.service("b");
        a.runs(sys -> sys.notify(receiver.endpoint()));
        b.runs(sys -> sys.notify(receiver.endpoint()));
        receiver.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive(b.endpoint()));
            got.add(sys.receive());
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(b.endpoint(), a.endpoint()), sources());
    }

    @Test
    void sendrecIsNotEndedByANotificationOfItsPartner() {
        Member client = machine.service("client");
        Member server = machine.service("server");
        List<Message> reply = new ArrayList<>();
        client.runs(sys -> {
            reply.add(sys.sendrec(server.endpoint(), new Ping(1)));
            got.add(sys.receive());
        });
        server.runs(sys -> {
            sys.notify(client.endpoint());
            sys.receive();
            sys.notify(client.endpoint());
            sys.reply(client.endpoint(), new Ping(2));
        });
        machine.run();

        assertEquals(List.of(new Ping(2)), reply);
        assertEquals(List.of(server.endpoint()), sources(), "both became one");
    }

    @Test
    void sendrecIsEndedByAnAsynchronousMessageUnlessItSaysThatItIsNoReply() {
        Member client = machine.service("client");
        Member server = machine.service("server");
        List<Message> reply = new ArrayList<>();
        client.runs(sys -> {
            reply.add(sys.sendrec(server.endpoint(), new Ping(1)));
            got.add(sys.receive());
        });
        server.runs(sys -> {
            sys.receive();
            sys.asynsend(client.endpoint(), new Ping(2), AsyncMessage.NOREPLY);
            sys.asynsend(client.endpoint(), new Ping(3), 0);
        });
        machine.run();

        assertEquals(List.of(new Ping(3)), reply);
        assertEquals(List.of(new Ping(2)), got.stream().map(Received::message).toList());
    }

    @Test
    void manyNotificationsOfOneSourceAreOne() {
        Member receiver = machine.service("receiver");
        Member notifier = machine.service("notifier");
        takeLater(receiver, 2);
        notifier.runs(sys -> {
            for (int i = 0; i < 5; i++) {
                sys.notify(receiver.endpoint());
            }
            pause(sys, 3);
            sys.send(receiver.endpoint(), new Ping(1));
        });
        machine.run(4 * TestMachine.TICK);

        assertEquals(2, got.size());
        assertEquals(new Ping(1), got.get(1).message());
        assertEquals(5, machine.events(NotificationPending.class).size());
    }

    @Test
    void notificationIsBuiltWhenItIsDelivered() {
        Member receiver = machine.service("receiver");
        Member notifier = machine.service("notifier");
        takeLater(receiver, 1);
        notifier.runs(sys -> sys.notify(receiver.endpoint()));
        machine.run(3 * TestMachine.TICK);

        assertEquals(new Notify(2, 0, 0), got.getFirst().message(), "sent at tick 0");
    }

    @Test
    void signalsOfANotificationFromSystemAreToldOnce() {
        Member target = machine.service("target");
        Member manager = machine.service("manager");
        target.rights(target.rights().manager(manager.endpoint()));
        manager.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
            got.add(sys.receive());
        });
        machine.rs(sys -> {
            sys.kill(target.endpoint(), 15);
            sys.kill(target.endpoint(), 30);
            pause(sys, 2);
            sys.kill(target.endpoint(), 31);
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Endpoint.SYSTEM, Endpoint.SYSTEM), sources());
        Notify first = (Notify) got.get(0).message();
        assertEquals(1L << 62, first.signals());
    }
}
