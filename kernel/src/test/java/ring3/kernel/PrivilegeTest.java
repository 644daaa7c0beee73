package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;
import static ring3.kernel.testing.TestMachine.setSystem;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.PrivilegesChanged;
import ring3.events.snapshots.PrivilegeSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Trap;

/// SYS_PRIVCTL (minix: kernel/system/do_privctl.c, kernel/system.c, fill_sendto_mask).
class PrivilegeTest {
    private static final int EPERM = Errno.EPERM.status();
    private static final int EINVAL = Errno.EINVAL.status();

    private final TestMachine machine = new TestMachine();
    private final List<Integer> status = new ArrayList<>();

    private ProcessSnapshot snapshot(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    private PrivilegeSnapshot privileges(Member member) {
        return snapshot(member).privileges();
    }

    @Test
    void processOfTheBootImageRunsOnlyWhenItIsAllowed() {
        Member waiting = machine.service("waiting").notAllowed();
        waiting.runs(_ -> status.add(1));
        machine.rs(sys -> {
            pause(sys, 2);
            must(sys, setSystem(sys, waiting.endpoint(), Rights.ALL));
            must(sys, TestMachine.schedule(waiting.endpoint(), 7, 100));
            must(sys, new Privctl(waiting.endpoint(), Privilege.ALLOW, 0));
        });
        machine.run(TestMachine.TICK);
        assertEquals(ProcessState.NO_PRIVILEGES, snapshot(waiting).state());
        assertTrue(status.isEmpty());

        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(1), status);
        List<Integer> requests =
                machine.events(PrivilegesChanged.class).stream()
                        .map(PrivilegesChanged::request)
                        .toList();
        assertEquals(List.of(Privilege.SET_SYS, Privilege.ALLOW), requests);
    }

    @Test
    void disallowedProcessStopsAndGoesOnWhenItIsAllowedAgain() {
        Member worker = machine.service("worker");
        worker.runs(sys -> {
            for (int i = 0; i < 4; i++) {
                pause(sys, 1);
                status.add(i);
            }
        });
        machine.rs(sys -> {
            sys.setAlarm(2);
            sys.receive(Endpoint.CLOCK);
            must(sys, new Privctl(worker.endpoint(), Privilege.DISALLOW, 0));
            pause(sys, 5);
            must(sys, new Privctl(worker.endpoint(), Privilege.ALLOW, 0));
        });
        machine.run(5 * TestMachine.TICK);
        int before = status.size();
        assertEquals(ProcessState.NO_PRIVILEGES, snapshot(worker).state());

        machine.run(6 * TestMachine.TICK);

        assertTrue(before < 3, "it was kept from running");
        assertEquals(List.of(0, 1, 2, 3), status);
    }

    @Test
    void requestsThatDoNotFitTheStateOfTheProcessAreRefused() {
        Member running = machine.service("running");
        Member plain = machine.service("plain");
        plain.rights(Rights.ALL.withoutFlag(Privilege.SYS_PROC));
        plain.runs(
                sys -> status.add(sys.status(new Privctl(running.endpoint(), Privilege.ALLOW, 0))));
        machine.rs(sys -> {
            Endpoint target = running.endpoint();
            status.add(sys.status(new Privctl(target, Privilege.ALLOW, 0)));
            status.add(sys.status(setSystem(sys, target, Rights.ALL)));
            status.add(sys.status(new Privctl(target, Privilege.SET_USER, 0)));
            status.add(sys.status(new Privctl(target, 99, 0)));
            status.add(sys.status(new Privctl(Endpoint.of(99, 9), Privilege.ALLOW, 0)));
            status.add(sys.status(new Privctl(Endpoint.CLOCK, Privilege.DISALLOW, 0)));
            must(sys, new Privctl(target, Privilege.DISALLOW, 0));
            int nowhere = 0x7fff_f000;
            status.add(sys.status(new Privctl(target, Privilege.SET_SYS, nowhere)));
        });
        machine.run();

        assertEquals(
                List.of(EPERM, EPERM, EPERM, EINVAL, EINVAL, EINVAL, Errno.EFAULT.status(), EPERM),
                status);
    }

    // ---- Send masks

    @Test
    void whoMaySendMayBeAnswered() {
        Member quiet = machine.service("quiet").rights(Rights.ALL.sendTo(0));
        Member talker = machine.service("talker");
        quiet.runs(sys -> {
            sys.receive();
            status.add(sys.reply(talker.endpoint(), new Ping(2)));
        });
        talker.runs(sys -> status.add(sys.call(quiet.endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(0, new Ping(2).type()), status);
    }

    @Test
    void whoMayOnlyReceiveGetsNoRightToAnswer() {
        Member deaf = machine.service("deaf");
        deaf.rights(Rights.ALL.sendTo(0).traps(Trap.RECEIVE));
        machine.service("talker");
        machine.run();

        assertEquals(List.of(), privileges(deaf).sendTo());
    }

    @Test
    void whoIsSetUpLaterTakesTheRightsToReachItAway() {
        Member talker = machine.service("talker");
        Member hermit = machine.service("hermit").rights(Rights.ALL.sendTo(0));
        talker.runs(sys -> status.add(sys.sendnb(hermit.endpoint(), new Ping(1))));
        machine.run();

        assertEquals(List.of(Errno.ECALLDENIED.status()), status);
        assertEquals(List.of(), privileges(hermit).sendTo());
    }

    @Test
    void rightsToReachADeadServiceDoNotPassToTheNextOwnerOfItsId() {
        Member mortal = machine.service("mortal");
        Member friend = machine.service("friend");
        friend.rights(Rights.ALL.sendTo(1L << Privilege.USER_ID + 1));
        Member heir = machine.service("heir").notAllowed();
        machine.rs(sys -> {
            must(sys, new Clear(mortal.endpoint()));
            must(sys, setSystem(sys, heir.endpoint(), Rights.ALL.sendTo(0)));
        });
        machine.run();

        assertEquals(Privilege.USER_ID + 1, privileges(heir).id());
        assertEquals(List.of(), privileges(friend).sendTo());
    }

    // ---- Structures

    @Test
    void servicesOfTheBootImageHaveTheIdOfTheirSlotAndOthersTheNextFreeOne() {
        Member pm = machine.service("pm", Endpoint.PM);
        Member first = machine.service("first");
        Member second = machine.service("second");
        Member user = machine.user("user");
        machine.run();

        assertEquals(5, privileges(pm).id());
        assertEquals(Privilege.USER_ID + 1, privileges(first).id());
        assertEquals(Privilege.USER_ID + 2, privileges(second).id());
        assertEquals(Privilege.USER_ID, privileges(user).id());
        assertEquals(List.of("SENDREC"), privileges(user).traps());
        assertEquals(List.of(), privileges(user).calls());
    }

    @Test
    void privilegesArriveAsTheyWereWritten() {
        Member driver = machine.service("driver");
        driver.rights(
                Rights.ALL
                        .ports(new Range(0x1f0, 0x1f7), new Range(0x3f6, 0x3f6))
                        .irqs(14, 15)
                        .traps(Trap.RECEIVE, Trap.SENDREC));
        machine.run();

        PrivilegeSnapshot told = privileges(driver);
        assertTrue(told.systemProcess());
        assertTrue(told.portsChecked());
        assertEquals(List.of(new Range(0x1f0, 0x1f7), new Range(0x3f6, 0x3f6)), told.ports());
        assertEquals(List.of(14, 15), told.irqs());
        assertEquals(List.of("RECEIVE", "SENDREC"), told.traps());
        assertEquals(List.of("all"), told.calls());
    }

    @Test
    void thereAreOnlySoManyStructures() {
        List<Member> many = new ArrayList<>();
        int free = Privilege.COUNT - Privilege.USER_ID - 1;
        for (int i = 0; i <= free; i++) {
            many.add(machine.service("s" + i).notAllowed());
        }
        machine.rs(sys -> {
            for (Member member : many) {
                status.add(sys.status(setSystem(sys, member.endpoint(), Rights.ALL)));
            }
        });
        machine.run();

        assertEquals(0, status.get(free - 1));
        assertEquals(Errno.ENOSPC.status(), status.get(free));
    }

    @Test
    void serviceThatBecomesAUserProcessGivesItsStructureBack() {
        Member former = machine.service("former");
        Member heir = machine.service("heir").notAllowed();
        machine.rs(sys -> {
            must(sys, new Privctl(former.endpoint(), Privilege.DISALLOW, 0));
            must(sys, new Privctl(former.endpoint(), Privilege.SET_USER, 0));
            must(sys, setSystem(sys, heir.endpoint(), Rights.ALL));
        });
        machine.run();

        assertEquals(Privilege.USER_ID, privileges(former).id());
        assertEquals(Privilege.USER_ID + 1, privileges(heir).id());
    }

    @Test
    void peopleSeeByNameWhomAProcessMaySendTo() {
        Member open = machine.service("open");
        long mask = Privilege.ipcBit(Endpoint.RS) | 1L << Privilege.USER_ID;
        Member narrow = machine.service("narrow").rights(Rights.ALL.sendTo(mask));
        machine.service("other").rights(Rights.ALL.sendTo(0));
        machine.run();

        assertEquals(List.of("rs", "user programs"), privileges(narrow).sendTo());
        assertEquals(List.of("rs", "user programs"), privileges(open).sendTo());
        assertEquals(List.of("all"), privileges(narrow).calls());
    }

    @Test
    void nobodyClearsItself() {
        Member service = machine.service("service");
        service.runs(sys ->
                status.add(sys.status(new ring3.syslib.KernelRequest.Clear(service.endpoint()))));
        machine.run();

        assertEquals(List.of(EINVAL), status);
    }
}
