package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.snapshots.MachineSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// Goal: whatever processes send and receive, nobody waits in a ring, nobody is in two places and
/// nobody is lost. Method: three to six processes make random traps, one of them dies on the way,
/// and the machine is looked at after every event. Invariants: those of [#check].
class IpcPropertyTest {
    private static final int TRAPS = 60;
    private static final long END = 12 * TestMachine.TICK;

    private int messages;

    static LongStream seeds() {
        Long only = Long.getLong("ring3.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void randomTrapsLeaveEverybodyInOrder(long seed) {
        Random random = new Random(seed);
        TestMachine machine = new TestMachine();
        List<Member> members = new ArrayList<>();
        int count = 3 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            members.add(machine.service("p" + i).scheduled(6 + random.nextInt(3), 200));
        }
        for (Member member : members) {
            long own = random.nextLong();
            member.runs(sys -> act(sys, new Random(own), members));
        }
        Member mortal = members.get(random.nextInt(count));
        int death = 1 + random.nextInt(6);
        machine.rs(sys -> {
            TestMachine.pause(sys, death);
            TestMachine.must(sys, new Clear(mortal.endpoint()));
        });
        machine.observer(_ -> true);
        while (machine.kernel().nanos() < END) {
            machine.run(END - machine.kernel().nanos());
            check(machine.kernel().snapshot());
        }
        assertNobodyIsForgotten(machine.kernel().snapshot());
        assertEverythingWasDeliveredOnce(machine);
        assertTrue(machine.kernel().find(name(mortal, members)) == null);
    }

    private static String name(Member member, List<Member> members) {
        return "p" + members.indexOf(member);
    }

    private void act(Syslib sys, Random random, List<Member> members) {
        for (int i = 0; i < TRAPS; i++) {
            Endpoint partner = members.get(random.nextInt(members.size())).endpoint();
            Message message = new Ping(++messages);
            switch (random.nextInt(9)) {
                case 0 -> sys.send(partner, message);
                case 1 -> sys.sendrec(partner, message);
                case 2, 3 -> sys.sendnb(partner, message);
                case 4 -> sys.notify(partner);
                case 5 -> sys.asynsend(partner, message, 0);
                case 6 -> sys.receive(partner);
                case 7 -> TestMachine.pause(sys, 1);
                default -> sys.receive();
            }
        }
    }

    // ---- Invariants

    private static void check(MachineSnapshot machine) {
        for (ProcessSnapshot process : machine.processes()) {
            if (process.state() == ProcessState.KERNEL_TASK) {
                continue;
            }
            assertChainEnds(machine, process);
            assertQueueIsWhoSends(machine, process);
            assertPartnerLives(machine, process);
            assertHasNotMissedItsPartner(machine, process);
        }
    }

    /// Nobody waits for himself, by however many others.
    private static void assertChainEnds(MachineSnapshot machine, ProcessSnapshot first) {
        ProcessSnapshot next = first;
        for (int steps = 0; next != null && waits(next); steps++) {
            assertTrue(steps < machine.processes().size(), "a ring behind " + first);
            next = machine.process(next.partner());
        }
    }

    private static boolean waits(ProcessSnapshot process) {
        return process.state() == ProcessState.SENDING || process.state() == ProcessState.RECEIVING;
    }

    /// Who is blocked sending to a process is in its queue, and nobody else.
    private static void assertQueueIsWhoSends(MachineSnapshot machine, ProcessSnapshot receiver) {
        long senders =
                machine.processes().stream()
                        .filter(p -> p.state() == ProcessState.SENDING)
                        .filter(p -> p.partner().equals(receiver.endpoint()))
                        .count();
        assertEquals(senders, receiver.waitingSenders(), receiver::toString);
    }

    private static void assertPartnerLives(MachineSnapshot machine, ProcessSnapshot process) {
        if (waits(process) && !process.partner().equals(Endpoint.ANY)) {
            assertNotNull(machine.process(process.partner()), process::toString);
        }
    }

    /// A sender and a receiver that want each other do not both wait.
    private static void assertHasNotMissedItsPartner(
            MachineSnapshot machine, ProcessSnapshot sender) {
        ProcessSnapshot receiver = machine.process(sender.partner());
        if (sender.state() == ProcessState.SENDING
                && receiver != null
                && receiver.state() == ProcessState.RECEIVING) {
            Endpoint wanted = receiver.partner();
            assertTrue(
                    !wanted.equals(Endpoint.ANY) && !wanted.equals(sender.endpoint()),
                    sender + " and " + receiver);
        }
    }

    /// When the machine has been idle for long nobody is ready to run.
    private static void assertNobodyIsForgotten(MachineSnapshot machine) {
        assertEquals(Endpoint.NONE, machine.running());
        for (ProcessSnapshot process : machine.processes()) {
            assertTrue(process.state() != ProcessState.READY, process::toString);
        }
    }

    private static void assertEverythingWasDeliveredOnce(TestMachine machine) {
        Set<Integer> delivered = new HashSet<>();
        for (KernelEvent event : machine.events()) {
            if (event instanceof MessageDelivered d && d.message() instanceof Ping(int number)) {
                assertTrue(delivered.add(number), "twice: " + d);
            }
        }
    }
}
