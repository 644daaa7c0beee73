package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Errno;
import ring3.syslib.Received;

/// Nobody may close a ring of processes that wait for each other (minix: kernel/proc.c, deadlock).
class DeadlockTest {
    private final TestMachine machine = new TestMachine();
    private final List<Integer> status = new ArrayList<>();

    private List<Member> members(int count) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(machine.service("p" + i));
        }
        return members;
    }

    private void assertOneRefusal(Member closing) {
        List<IpcRefused> refused = machine.events(IpcRefused.class);
        assertEquals(1, refused.size());
        assertEquals(Rule.DEADLOCK, refused.getFirst().rule());
        assertEquals(Errno.ELOCKED, refused.getFirst().error());
        assertEquals(closing.endpoint(), refused.getFirst().caller());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void sendThatClosesARingIsRefusedAndTheOthersStayBlocked(int size) {
        List<Member> ring = members(size);
        for (int i = 0; i < size; i++) {
            Member next = ring.get((i + 1) % size);
            ring.get(i).runs(sys -> status.add(sys.send(next.endpoint(), new Ping(1))));
        }
        machine.run();

        assertEquals(List.of(Errno.ELOCKED.status()), status);
        assertOneRefusal(ring.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void receiveThatClosesARingIsRefused(int size) {
        List<Member> ring = members(size);
        List<Received> got = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Member next = ring.get((i + 1) % size);
            ring.get(i).runs(sys -> got.add(sys.receive(next.endpoint())));
        }
        machine.run();

        assertEquals(List.of(Received.failed(Errno.ELOCKED)), got);
        assertOneRefusal(ring.getLast());
    }

    @Test
    void secondOfTwoWhoAskEachOtherIsRefused() {
        List<Member> pair = members(2);
        for (int i = 0; i < 2; i++) {
            Member other = pair.get(1 - i);
            pair.get(i).runs(sys -> status.add(sys.call(other.endpoint(), new Ping(1))));
        }
        machine.run();

        assertEquals(List.of(Errno.ELOCKED.status()), status);
        assertOneRefusal(pair.get(1));
    }

    @Test
    void ringOfThreeThatMixesTheTrapsIsRefused() {
        List<Member> ring = members(3);
        List<Received> got = new ArrayList<>();
        ring.get(0).runs(sys -> status.add(sys.send(ring.get(1).endpoint(), new Ping(1))));
        ring.get(1).runs(sys -> got.add(sys.receive(ring.get(2).endpoint())));
        ring.get(2).runs(sys -> status.add(sys.call(ring.get(0).endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(Errno.ELOCKED.status()), status);
        assertOneRefusal(ring.get(2));
    }

    @Test
    void twoOfWhomOneSendsAndOneReceivesMeet() {
        List<Member> pair = members(2);
        List<Received> got = new ArrayList<>();
        pair.get(0).runs(sys -> got.add(sys.receive(pair.get(1).endpoint())));
        pair.get(1).runs(sys -> status.add(sys.send(pair.get(0).endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(pair.get(1).endpoint(), got.getFirst().source());
    }

    @Test
    void chainThatEndsInAReceiveFromAnybodyIsNoRing() {
        List<Member> chain = members(3);
        chain.get(0)
                .runs(sys -> {
                    pause(sys, 1);
                    status.add(sys.send(chain.get(1).endpoint(), new Ping(1)));
                });
        chain.get(1).runs(sys -> status.add(sys.send(chain.get(2).endpoint(), new Ping(2))));
        chain.get(2)
                .runs(sys -> {
                    sys.receive(chain.get(0).endpoint());
                    status.add(-1);
                });
        machine.run();
        assertTrue(machine.events(IpcRefused.class).isEmpty());

        machine.run(TestMachine.TICK);

        assertEquals(List.of(Errno.ELOCKED.status()), status, "now the ring would close");
        assertOneRefusal(chain.get(0));
    }

    @Test
    void ringOfSendrecsIsBrokenByTheRefusalAndEverybodyIsServed() {
        List<Member> ring = members(3);
        for (int i = 0; i < 3; i++) {
            Member next = ring.get((i + 1) % 3);
            ring.get(i)
                    .runs(sys -> {
                        int answer = sys.call(next.endpoint(), new Ping(1));
                        status.add(answer);
                        for (int served = 0; served < 1; served++) {
                            Received in = sys.receive();
                            sys.reply(in.source(), new Ping(2));
                        }
                    });
        }
        machine.run();

        int served = new Ping(2).type();
        assertEquals(List.of(Errno.ELOCKED.status(), served, served), status);
    }
}
