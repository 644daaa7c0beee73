package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.MiniPm.exit;
import static ring3.kernel.testing.MiniPm.fill;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.MiniPm.Fill;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Fork;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege;
import ring3.syslib.Syslib;

/// Fork returns twice: the child is rebuilt from what its parent had learnt (DESIGN.md, section 7).
/// The parent is in slot 61, children are in 100 and up.
class ForkTest {
    private final TestMachine machine = new TestMachine();
    private final MiniPm pm = new MiniPm();
    private final Member server = machine.service("pm", Endpoint.PM).runs(pm);
    private final Member parent = machine.user("parent").forks();
    private final List<Integer> status = new ArrayList<>();

    private List<String> sorted() {
        return pm.said.stream().sorted().toList();
    }

    /// The first address of a process that is its own.
    private static int heap(Syslib sys) {
        return sys.startup().heapStart();
    }

    @Test
    void forkReturnsTwiceAndWhatWasBeforeHappenedOnce() {
        parent.runs(sys -> {
            say(sys, 1);
            boolean child = fork(sys) == 0;
            say(sys, child ? 2 : 3);
        });
        machine.run();

        assertEquals(List.of("100:2", "61:1", "61:3"), sorted());
        ProcessBorn born = machine.events(ProcessBorn.class).getLast();
        assertEquals(Endpoint.of(100, 1), born.process());
        assertEquals(parent.endpoint(), born.parent());
    }

    @Test
    void childHasItsOwnNameFromThenOnAndRemembersThatOfItsParent() {
        parent.runs(sys -> {
            int before = sys.self().value();
            int child = fork(sys);
            if (child == 0) {
                say(sys, before);
                say(sys, sys.self().value());
                if (fork(sys) == 0) {
                    say(sys, before);
                    say(sys, sys.self().value());
                }
            }
        });
        machine.run();

        int first = Endpoint.of(100, 1).value();
        int second = Endpoint.of(101, 1).value();
        assertEquals(List.of("100:61", "100:" + first, "101:61", "101:" + second), pm.said);
    }

    @Test
    void programThatAsksWhoItIsTakesTheSameWayAgainInItsChild() {
        parent.runs(sys -> {
            if (!sys.self().equals(parent.endpoint())) {
                say(sys, 99);
                return;
            }
            say(sys, fork(sys) == 0 ? 2 : 3);
        });
        machine.run();

        assertEquals(List.of("100:2", "61:3"), sorted());
    }

    // ---- Memory

    @Test
    void childSeesTheMemoryOfItsParentAndNeitherSeesWhatTheOtherWritesThen() {
        parent.runs(sys -> {
            int address = heap(sys);
            sys.memory().putInt(address, 7);
            sys.memory().putInt(address + 0x2000, 70);
            boolean child = fork(sys) == 0;
            say(sys, sys.memory().getInt(address));
            sys.memory().putInt(child ? address : address + 0x2000, child ? 8 : 80);
            say(sys, 1000);
            say(sys, sys.memory().getInt(address));
            say(sys, sys.memory().getInt(address + 0x2000));
        });
        machine.run();

        assertEquals(
                List.of("100:1000", "100:7", "100:70", "100:8", "61:1000", "61:7", "61:7", "61:80"),
                sorted());
    }

    @Test
    void childHasInItsVariablesWhatItsParentHadReadBefore() {
        parent.runs(sys -> {
            int address = heap(sys);
            fill(sys, address, 5);
            final int first = sys.memory().getByte(address);
            sys.memory().putByte(address, 9);
            final int own = sys.memory().getByte(address);
            fill(sys, address, 6);
            final int second = sys.memory().getByte(address);
            sys.memory().putByte(address, 3);
            if (fork(sys) == 0) {
                say(sys, first);
                say(sys, own);
                say(sys, second);
                say(sys, sys.memory().getByte(address));
            }
        });
        machine.run();

        assertEquals(List.of("100:5", "100:9", "100:6", "100:3"), pm.said);
    }

    @Test
    void childKeepsWhatTheKernelStoredInItBeforeItFirstRan() {
        parent.runs(sys -> {
            int address = heap(sys);
            pm.birthGift = new Fill(address, 42);
            say(sys, 1);
            say(sys, 2);
            sys.memory().putByte(address, 7);
            boolean child = fork(sys) == 0;
            say(sys, sys.memory().getByte(address));
            if (child && fork(sys) == 0) {
                say(sys, sys.memory().getByte(address));
            }
        });
        machine.run();

        assertEquals(List.of("100:42", "101:42", "61:1", "61:2", "61:7"), sorted());
    }

    // ---- Many

    @Test
    void forksInALoopGiveEachChildItsOwnRound() {
        parent.runs(sys -> {
            for (int round = 0; round < 4; round++) {
                if (fork(sys) == 0) {
                    say(sys, round);
                    exit(sys);
                }
            }
            say(sys, 9);
        });
        machine.run();

        assertEquals(List.of("100:0", "101:1", "102:2", "103:3", "61:9"), sorted());
    }

    @Test
    void forksInARecursionMakeAWholeTree() {
        parent.runs(sys -> tree(sys, 3, 0));
        machine.run();

        assertEquals(
                List.of("0", "1", "2", "3", "4", "5", "6", "7"),
                pm.said.stream().map(s -> s.substring(s.indexOf(':') + 1)).sorted().toList());
        assertEquals(
                8, pm.said.stream().map(s -> s.substring(0, s.indexOf(':'))).distinct().count());
    }

    private static void tree(Syslib sys, int depth, int path) {
        if (depth == 0) {
            say(sys, path);
            return;
        }
        boolean child = fork(sys) == 0;
        tree(sys, depth - 1, path * 2 + (child ? 1 : 0));
    }

    @Test
    void childOfAChildLivesWhenBothItsAncestorsAreGone() {
        parent.runs(sys -> {
            sys.memory().putInt(heap(sys), 5);
            if (fork(sys) != 0) {
                exit(sys);
            }
            sys.memory().putInt(heap(sys), sys.memory().getInt(heap(sys)) + 1);
            if (fork(sys) != 0) {
                exit(sys);
            }
            say(sys, sys.memory().getInt(heap(sys)));
        });
        machine.run();

        assertEquals(List.of("101:6"), pm.said);
    }

    @Test
    void memoryOfAllChildrenIsGivenBack() {
        parent.runs(sys -> {
            for (int round = 0; round < 150; round++) {
                int child = fork(sys);
                if (child == 0) {
                    sys.memory().fill(heap(sys), 0x4000, 1);
                    exit(sys);
                }
                if (child < 0) {
                    say(sys, child);
                }
            }
            say(sys, 1);
        });
        machine.run(100 * TestMachine.MILLI);

        assertEquals(List.of("61:1"), pm.said);
    }

    @Test
    void childThatNeverRanLeavesNothingBehind() {
        Member killer = machine.service("killer").scheduled(6, 200);
        killer.runs(sys -> {
            sys.receive();
            for (int round = 0; round < 500; round++) {
                status.add(sys.status(new Fork(parent.endpoint(), 200, 0)));
                sys.status(new Clear(Endpoint.of(200, round + 1)));
            }
        });
        parent.runs(sys -> fork(sys));
        server.runs(sys -> {
            sys.receive();
            sys.send(killer.endpoint(), new Ping(1));
        });
        machine.run(100 * TestMachine.MILLI);

        assertEquals(500, status.size());
        assertTrue(status.stream().allMatch(s -> s == 0));
    }

    // ---- A service, which has all traps

    @Test
    void childOfAServiceLivesEveryTrapAgainAndNobodyHearsOfIt() {
        Member peer = machine.service("peer").scheduled(6, 200);
        List<String> heard = new ArrayList<>();
        peer.runs(sys -> {
            for (int i = 0; i < 4; i++) {
                heard.add(sys.receive().message().typeName());
            }
        });
        machine.rs(sys -> {
            pause(sys, 2);
            Endpoint child = Endpoint.of(100, 1);
            must(sys, TestMachine.setSystem(sys, child, peer.rights()));
            must(sys, new Privctl(child, Privilege.ALLOW, 0));
        });
        Member service = machine.service("service").forks();
        assertEquals(Endpoint.of(23, 0), service.endpoint());
        service.runs(sys -> {
            int sum = sys.notify(peer.endpoint());
            sum += sys.send(peer.endpoint(), new Ping(1));
            sum += sys.asynsend(peer.endpoint(), new Ping(2), 0);
            sum += sys.sendnb(Endpoint.RS, new Ping(3));
            sum += sys.setAlarm(1);
            sum += sys.receive(Endpoint.CLOCK).message().type();
            sum += sys.outb(0x500, 1);
            boolean child = fork(sys) == 0;
            say(sys, child ? sum : sum + 1);
        });
        machine.run(3 * TestMachine.TICK);

        int sum = Errno.ENOTREADY.status() + new ring3.syslib.Notify(0, 0, 0).type();
        assertEquals(List.of("100:" + sum, "23:" + (sum + 1)), sorted());
        assertEquals(3, heard.size(), "each once: " + heard);
    }

    // ---- State and refusals

    @Test
    void childWaitsForItsQuantumAndOfAServiceForItsPrivilegesToo() {
        Member service = machine.service("service").runs(Syslib::receive);
        parent.runs(sys -> fork(sys));
        server.runs(sys -> {
            sys.receive();
            must(sys, new Fork(parent.endpoint(), 100, 0));
            must(sys, new Fork(service.endpoint(), 101, 0));
        });
        machine.run();

        assertEquals(ProcessState.RECEIVING, snapshot(100).state());
        assertEquals(Endpoint.PM, snapshot(100).partner());
        assertEquals(ProcessState.NO_PRIVILEGES, snapshot(101).state());
        assertEquals(0, snapshot(100).memoryBytes(), "vm has not mapped any");
        assertEquals("parent", snapshot(100).name());
    }

    private ProcessSnapshot snapshot(int slot) {
        Endpoint endpoint = Endpoint.of(slot, slot >= 100 ? 1 : 0);
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(endpoint);
        assertNotNull(snapshot);
        return snapshot;
    }

    @Test
    void forkThatMakesNoSenseIsRefused() {
        Member running = machine.service("running");
        parent.runs(sys -> fork(sys));
        server.runs(sys -> {
            sys.receive();
            Endpoint good = parent.endpoint();
            status.add(sys.status(new Fork(Endpoint.of(61, 3), 100, 0)));
            status.add(sys.status(new Fork(good, running.endpoint().slot(), 0)));
            status.add(sys.status(new Fork(good, -1, 0)));
            status.add(sys.status(new Fork(good, 256, 0)));
            status.add(sys.status(new Fork(Endpoint.CLOCK, 100, 0)));
            status.add(sys.status(new Fork(Endpoint.PM, 100, 0)));
            status.add(sys.status(new Fork(good, 255, 0)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(
                List.of(invalid, invalid, invalid, invalid, invalid, invalid, 0),
                status,
                "the last but one is not waiting for a reply");
    }
}
