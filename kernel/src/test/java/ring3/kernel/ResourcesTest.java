package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.PrivilegesChanged;
import ring3.events.Rule;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// SYS_PRIVCTL while a service runs: it gets ports, memory and interrupt lines one by one, or all
/// its rights anew.
class ResourcesTest {
    private static final int PAIR = 0x2000;
    private static final int FRAME = 0x20_0000;
    private static final int EPERM = Errno.EPERM.status();
    private static final int EINVAL = Errno.EINVAL.status();

    private final TestMachine machine = new TestMachine();
    private final Member driver =
            machine.service("driver").rights(Rights.ALL.ports().memory().irqs());
    private final List<Integer> status = new ArrayList<>();

    private Privctl control(Syslib sys, int request, int first, int last) {
        sys.memory().putInt(PAIR, first);
        sys.memory().putInt(PAIR + 4, last);
        return new Privctl(driver.endpoint(), request, PAIR);
    }

    /// The driver tries twice; in between rs gives it something.
    private void tries(java.util.function.ToIntFunction<Syslib> act, int request, Range given) {
        driver.runs(sys -> {
            status.add(act.applyAsInt(sys));
            pause(sys, 2);
            status.add(act.applyAsInt(sys));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, control(sys, request, given.first(), given.last()));
        });
        machine.run(3 * TestMachine.TICK);
        assertEquals(request, machine.events(PrivilegesChanged.class).getLast().request());
    }

    @Test
    void portsAreAdded() {
        tries(sys -> sys.outw(0x502, 1), Privilege.ADD_IO, new Range(0x500, 0x503));
        assertEquals(List.of(EPERM, 0), status);
    }

    @Test
    void otherPortsAreNot() {
        tries(sys -> sys.outw(0x504, 1), Privilege.ADD_IO, new Range(0x500, 0x504));
        assertEquals(List.of(EPERM, EPERM), status);
    }

    @Test
    void physicalMemoryIsAdded() {
        tries(
                sys -> sys.status(new Memset(Endpoint.NONE, FRAME, 16, 1)),
                Privilege.ADD_MEM,
                new Range(FRAME, FRAME + 15));
        assertEquals(List.of(EPERM, 0), status);
    }

    @Test
    void interruptLineIsAdded() {
        tries(
                sys -> Math.min(0, sys.status(new Irqctl(Irqctl.SET_POLICY, 5, 0, 3))),
                Privilege.ADD_IRQ,
                new Range(5, 5));
        assertEquals(List.of(EPERM, 0), status);
    }

    @Test
    void whatItHasAlreadyTakesNoMoreRoom() {
        machine.rs(sys -> {
            for (int i = 0; i < 20; i++) {
                status.add(sys.status(control(sys, Privilege.ADD_IO, 0x500, 0x507)));
            }
            status.clear();
            for (int i = 1; i < 17; i++) {
                status.add(sys.status(control(sys, Privilege.ADD_IO, 0x500 + i, 0x507)));
            }
        });
        machine.run();

        assertEquals(List.of(0, Errno.ENOMEM.status()), status.subList(14, 16));
        assertEquals(0, status.stream().limit(15).mapToInt(i -> i).sum());
    }

    @Test
    void rightToMemoryIsAskedFor() {
        driver.rights(Rights.ALL.memory(new Range(FRAME, FRAME + 0xfff)));
        machine.rs(sys -> {
            status.add(sys.status(control(sys, Privilege.QUERY_MEM, FRAME, FRAME + 0xfff)));
            status.add(sys.status(control(sys, Privilege.QUERY_MEM, FRAME, FRAME + 0x1000)));
            status.add(sys.status(control(sys, Privilege.QUERY_MEM, FRAME - 1, FRAME)));
        });
        machine.run();

        assertEquals(List.of(0, EPERM, EPERM), status);
        assertEquals(Rule.MEMORY_RANGE, machine.events(KernelCallRefused.class).getLast().rule());
        assertEquals(Privilege.ALLOW, machine.events(PrivilegesChanged.class).getLast().request());
    }

    private Privctl update(Syslib sys, Member member, Rights rights) {
        int address = sys.allocate(Privilege.BYTES);
        rights.privilege().store(sys.memory(), address);
        return new Privctl(member.endpoint(), Privilege.UPDATE_SYS, address);
    }

    private ProcessSnapshot snapshot(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    @Test
    void rightsAreReplacedWhileTheServiceKeepsItsId() {
        driver.runs(sys -> {
            status.add(sys.status(new Memset(Endpoint.NONE, FRAME, 1, 0)));
            pause(sys, 2);
            status.add(sys.status(new Memset(Endpoint.NONE, FRAME, 1, 0)));
            status.add(sys.outb(0x500, 1));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(
                    sys,
                    update(sys, driver, Rights.ALL.calls(SysCall.SYS_DEVIO, SysCall.SYS_SETALARM)));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(EPERM, Errno.ECALLDENIED.status(), 0), status);
        assertEquals(17, snapshot(driver).privileges().id());
    }

    @Test
    void whatIsNoServiceOrHasNoPrivilegesYetGetsNothing() {
        Member user = machine.user("user");
        Member waiting = machine.service("waiting").notAllowed();
        machine.rs(sys -> {
            must(sys, TestMachine.setSystem(sys, waiting.endpoint(), Rights.ALL.ports()));
            int add = Privilege.ADD_IO;
            status.add(sys.status(new Privctl(user.endpoint(), add, PAIR)));
            status.add(sys.status(new Privctl(waiting.endpoint(), add, PAIR)));
            status.add(sys.status(update(sys, user, Rights.ALL)));
            status.add(sys.status(new Privctl(driver.endpoint(), add, 0x7fff_f000)));
            status.add(sys.status(new Privctl(Endpoint.of(99, 9), add, PAIR)));
            status.add(sys.status(new Privctl(Endpoint.CLOCK, add, PAIR)));
        });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, EPERM, Errno.EFAULT.status(), EINVAL, EINVAL), status);
        List<KernelCallRefused> refused = machine.events(KernelCallRefused.class);
        assertEquals(Rule.SYSTEM_PROCESS, refused.get(0).rule());
        assertEquals(Rule.NO_PRIVILEGES_YET, refused.get(1).rule());
    }

    @Test
    void whoYieldsStopsAndLetsTheOtherRun() {
        Member next = machine.service("next").notAllowed();
        next.runs(sys -> status.add(2));
        Member old = machine.service("old").scheduled(6, 200);
        old.runs(sys -> {
            status.add(1);
            must(sys, new Privctl(next.endpoint(), Privilege.YIELD, 0));
            status.add(3);
        });
        machine.rs(sys -> {
            must(sys, TestMachine.setSystem(sys, next.endpoint(), Rights.ALL));
            must(sys, TestMachine.schedule(next.endpoint(), 7, 200));
        });
        machine.run();

        assertEquals(List.of(1, 2), status);
        assertEquals(ProcessState.NO_PRIVILEGES, snapshot(old).state());
    }

    @Test
    void nobodyYieldsToOneWhoRunsAlready() {
        Member old = machine.service("old");
        old.runs(sys -> status.add(sys.status(new Privctl(driver.endpoint(), Privilege.YIELD, 0))));
        machine.run();

        assertEquals(List.of(EPERM), status);
    }

    @Test
    void rightsToSendAreGivenAnewInBothDirections() {
        driver.rights(Rights.ALL.sendTo(0));
        Member peer = machine.service("peer").rights(Rights.ALL.sendTo(0));
        machine.rs(sys -> {
            int id = snapshot(driver).privileges().id();
            status.add(id);
            must(sys, update(sys, peer, Rights.ALL.sendTo(1L << id)));
        });
        driver.runs(sys -> status.add(sys.sendnb(peer.endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(17, Errno.ENOTREADY.status()), status);
    }
}
