package ring3.components.servers.pm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmExec;
import ring3.components.protocol.Pm.PmExit;
import ring3.components.protocol.Pm.PmGetpgrp;
import ring3.components.protocol.Pm.PmGetpid;
import ring3.components.protocol.Pm.PmGettime;
import ring3.components.protocol.Pm.PmProcs;
import ring3.components.protocol.Pm.PmReboot;
import ring3.components.protocol.Pm.PmSetpgid;
import ring3.components.protocol.Pm.PmSetsid;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.Pm.PmSrvKill;
import ring3.components.protocol.Pm.PmWait4;
import ring3.components.protocol.PmReply.PmChild;
import ring3.components.protocol.PmReply.PmPids;
import ring3.components.protocol.PmReply.PmTime;
import ring3.components.protocol.PmReply.PmWaited;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.components.protocol.PmVfs.VfsPmFork;
import ring3.components.protocol.PmVfs.VfsPmInit;
import ring3.components.protocol.PmVfs.VfsPmReboot;
import ring3.components.protocol.PmVfs.VfsPmSetsid;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Vm.VmExit;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.Vm.VmWillexit;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.Result;

class ProcessManagerTest {
    private static final Endpoint INIT = Endpoint.INIT;

    private final PmMachine machine = new PmMachine();

    @BeforeEach
    void forgetTheBoot() {
        machine.traps.forget();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    @Test
    void vfsLearnsOfTheProcessesOfTheBootImage() {
        try (PmMachine fresh = new PmMachine()) {
            assertEquals(
                    List.of(
                            new VfsPmInit(2, 2, Endpoint.RS),
                            new VfsPmInit(0, 3, Endpoint.PM),
                            new VfsPmInit(1, 4, Endpoint.VFS),
                            new VfsPmInit(5, 5, Endpoint.TTY),
                            new VfsPmInit(11, 1, INIT),
                            new VfsPmInit(0, 0, Endpoint.NONE)),
                    fresh.traps.sentTo(Endpoint.VFS));
        }
    }

    @Test
    void forkReturnsTwiceOnceVfsHasSharedTheFiles() {
        machine.send(INIT, new Pm.PmFork());
        Endpoint child = machine.lastBorn();

        assertEquals(List.of(new VmFork(INIT, 12)), machine.traps.askedOf(Endpoint.VM));
        assertEquals(List.of(new VfsPmFork(child, INIT, 6)), machine.toVfs());
        assertEquals(List.of(), machine.repliesTo(INIT));

        machine.vfsDone(child, PmMachine.FORK);

        assertEquals(List.of(new Result(6)), machine.repliesTo(INIT));
        assertEquals(List.of(Result.OK), machine.repliesTo(child));
        assertEquals(
                List.of(new SchedulingInherit(child, INIT, 7)),
                machine.traps.askedOf(Endpoint.SCHED));
    }

    @Test
    void aChildKnowsItsPidAndItsParents() {
        Endpoint child = machine.fork(INIT);

        assertEquals(new PmPids(6, 1), machine.ask(child, new PmGetpid()));
    }

    @Test
    void anEndIsCompleteOnlyWhenVfsHasClosedTheFiles() {
        Endpoint child = machine.fork(INIT);
        machine.send(INIT, new PmWait4(-1, 0));
        machine.traps.forget();

        machine.send(child, new PmExit(3));

        assertEquals(List.of(new VfsPmExit(child)), machine.toVfs());
        assertEquals(List.of(), machine.traps.requests(Clear.class));
        assertEquals(List.of(), machine.repliesTo(INIT));

        machine.vfsDone(child, PmMachine.EXIT);

        assertEquals(List.of(new Clear(child)), machine.traps.requests(Clear.class));
        assertEquals(List.of(new PmWaited(6, 3 << 8)), machine.repliesTo(INIT));
    }

    @Test
    void memoryIsFreeOnlyWhenTheKernelHasForgottenTheProcess() {
        Endpoint child = machine.fork(INIT);
        machine.traps.forget();

        machine.send(child, new PmExit(0));

        assertEquals(List.of(new VmWillexit(child)), machine.traps.askedOf(Endpoint.VM));

        machine.vfsDone(child, PmMachine.EXIT);

        assertEquals(
                List.of(new VmWillexit(child), new VmExit(child)),
                machine.traps.askedOf(Endpoint.VM));
    }

    @Test
    void forkWithoutMemoryIsRefusedAndNobodyIsBorn() {
        machine.traps.answer(Endpoint.VM, _ -> Result.of(Errno.ENOMEM));

        assertEquals(Result.of(Errno.ENOMEM), machine.ask(INIT, new Pm.PmFork()));
        assertEquals(List.of(), machine.toVfs());
        assertEquals(Result.of(Errno.ECHILD), machine.ask(INIT, new PmWait4(-1, 0)));
    }

    @Test
    void aZombieWaitsForItsParentAndIsGoneAfterwards() {
        Endpoint child = machine.fork(INIT);
        machine.exit(child, 0);

        assertEquals(new PmWaited(6, 0), machine.ask(INIT, new PmWait4(6, 0)));
        assertEquals(Result.of(Errno.ECHILD), machine.ask(INIT, new PmWait4(6, 0)));
    }

    @Test
    void waitWithoutWaitingSaysThatNobodyHasEnded() {
        machine.fork(INIT);

        assertEquals(new PmWaited(0, 0), machine.ask(INIT, new PmWait4(-1, Pm.WNOHANG)));
    }

    @Test
    void waitForSomebodyElsesChildIsRefused() {
        Endpoint child = machine.fork(INIT);
        machine.fork(child);

        assertEquals(Result.of(Errno.ECHILD), machine.ask(INIT, new PmWait4(7, 0)));
    }

    @Test
    void waitForAGroupTakesOnlyItsMembers() {
        Endpoint first = machine.fork(INIT);
        Endpoint second = machine.fork(INIT);
        machine.ask(second, new PmSetpgid(0, 0));
        machine.exit(first, 1);
        machine.exit(second, 2);

        assertEquals(new PmWaited(7, 2 << 8), machine.ask(INIT, new PmWait4(-7, 0)));
        assertEquals(new PmWaited(6, 1 << 8), machine.ask(INIT, new PmWait4(-1, 0)));
    }

    @Test
    void orphansAndTheirZombiesGoToInit() {
        Endpoint parent = machine.fork(INIT);
        Endpoint zombie = machine.fork(parent);
        Endpoint orphan = machine.fork(parent);
        machine.exit(zombie, 4);
        assertEquals(Result.of(Errno.ECHILD), machine.ask(INIT, new PmWait4(7, 0)));

        machine.exit(parent, 0);

        assertEquals(new PmWaited(7, 4 << 8), machine.ask(INIT, new PmWait4(7, 0)));
        assertEquals(new PmPids(8, 1), machine.ask(orphan, new PmGetpid()));
    }

    @Test
    void slotsAndPidsAreNotUsedAgainAtOnce() {
        Endpoint first = machine.fork(INIT);
        machine.exit(first, 0);
        machine.ask(INIT, new PmWait4(-1, 0));

        Endpoint second = machine.fork(INIT);

        assertEquals(13, second.slot());
        assertEquals(new PmPids(7, 1), machine.ask(second, new PmGetpid()));
    }

    @Test
    void execIsLoadedByVfsAndStartedUnderTheLastPartOfItsPath() {
        machine.traps.memoryOf(INIT).putText(0x3000, "/bin/cat");
        machine.send(INIT, new PmExec(0x3000, 8, 0x4000, 40));
        assertEquals(List.of(new VfsPmExec(INIT, 0x3000, 8, 0x4000, 40)), machine.toVfs());

        machine.send(Endpoint.VFS, new VfsPmExecDone(INIT, 0, 0x1000, 11, 0x1010, 40));

        Exec exec = machine.traps.requests(Exec.class).getLast();
        assertEquals(INIT, exec.target());
        assertEquals(0x1000, exec.image());
        assertEquals("cat", machine.text(exec.name(), exec.nameBytes()));
        assertEquals(List.of(), machine.repliesTo(INIT));
    }

    @Test
    void anExecThatFailsInTimeReturnsItsError() {
        machine.send(INIT, new PmExec(0x3000, 8, 0x4000, 40));

        machine.send(Endpoint.VFS, new VfsPmExecDone(INIT, Errno.ENOENT.status(), 0, 0, 0, 0));

        assertEquals(List.of(Result.of(Errno.ENOENT)), machine.repliesTo(INIT));
        assertEquals(List.of(), machine.traps.requests(Exec.class));
    }

    @Test
    void aProgramThatTheKernelCannotStartKills() {
        Endpoint child = machine.fork(INIT);
        machine.traps.answer(Exec.class, _ -> KernelReply.of(Errno.ENOEXEC));
        machine.send(child, new PmExec(0x3000, 8, 0x4000, 40));
        machine.traps.forget();

        machine.send(Endpoint.VFS, new VfsPmExecDone(child, 0, 0x1000, 11, 0x1010, 40));

        assertEquals(List.of(new VfsPmExit(child)), machine.toVfs());
        assertEquals(List.of(), machine.repliesTo(child));
    }

    @Test
    void aNewSessionIsAnsweredWhenVfsHasTakenTheTerminalAndOnlyOnce() {
        Endpoint child = machine.fork(INIT);
        machine.send(child, new PmSetsid());
        assertEquals(new VfsPmSetsid(child), machine.toVfs().getLast());

        machine.vfsDone(child, PmMachine.SETSID);

        assertEquals(new Result(6), machine.repliesTo(child).getLast());
        assertEquals(new Result(6), machine.ask(child, new PmGetpgrp()));
        assertEquals(Result.of(Errno.EPERM), machine.ask(child, new PmSetsid()));
    }

    @Test
    void aProcessIsMovedIntoAGroupThatExistsOrThatItLeads() {
        Endpoint first = machine.fork(INIT);
        Endpoint second = machine.fork(INIT);

        assertEquals(Result.of(Errno.EPERM), machine.ask(second, new PmSetpgid(0, 6)));
        assertEquals(Result.OK, machine.ask(first, new PmSetpgid(0, 0)));
        assertEquals(Result.OK, machine.ask(second, new PmSetpgid(0, 6)));
        assertEquals(Result.of(Errno.ESRCH), machine.ask(second, new PmSetpgid(6, 6)));
        assertEquals(Result.of(Errno.EINVAL), machine.ask(second, new PmSetpgid(0, -1)));
    }

    @Test
    void timeRunsFromTheFirstOfJanuary2026() {
        machine.traps.passTicks(90);

        assertEquals(new PmTime(1_767_225_601L, 500_000_030), machine.ask(INIT, new PmGettime()));
    }

    @Test
    void theTableOfProcessesTellsWhoIsWhat() {
        Endpoint child = machine.fork(INIT);
        machine.exit(child, 0);

        assertEquals(new Result(6 * Pm.PROC_BYTES), machine.ask(INIT, new PmProcs(0x2000, 4096)));
        assertEquals(Pm.RUNNING, machine.traps.memoryOf(INIT).getInt(entry(4) + 16));
        assertEquals(Pm.ZOMBIE, machine.traps.memoryOf(INIT).getInt(entry(5) + 16));
        assertEquals("init\0", machine.traps.memoryOf(INIT).text(entry(5) + 20, 5));
        assertEquals(
                new Result(Pm.PROC_BYTES),
                machine.ask(INIT, new PmProcs(0x2000, 2 * Pm.PROC_BYTES - 1)));
    }

    private static int entry(int n) {
        return 0x2000 + n * Pm.PROC_BYTES;
    }

    @Test
    void onlyRsMakesAndEndsServices() {
        machine.traps.memoryOf(Endpoint.RS).putText(0x3000, "at_wini");
        machine.send(Endpoint.RS, new PmSrvFork(0x3000, 7));
        Endpoint service = machine.lastBorn();
        assertEquals(new PmChild(service, 6), machine.repliesTo(Endpoint.RS).getLast());
        machine.vfsDone(service, PmMachine.SRV_FORK);

        assertEquals(Result.of(Errno.EPERM), machine.ask(INIT, new PmSrvFork(0, 0)));
        assertEquals(Result.of(Errno.EPERM), machine.ask(INIT, new PmSrvKill(6, 9)));
        assertEquals(Result.of(Errno.EPERM), machine.ask(Endpoint.TTY, new PmSrvKill(6, 9)));
        assertEquals(Result.of(Errno.ESRCH), machine.ask(Endpoint.RS, new PmSrvKill(1, 9)));
        assertEquals(Result.OK, machine.ask(Endpoint.RS, new PmSrvKill(6, 9)));
        assertEquals(new VfsPmExit(service), machine.toVfs().getLast());
        machine.vfsDone(service, PmMachine.EXIT);
        assertEquals(List.of(new Clear(service)), machine.traps.requests(Clear.class));
    }

    @Test
    void theMachineStopsOnceVfsHasWrittenEverythingBack() {
        Endpoint child = machine.fork(INIT);
        machine.traps.forget();

        machine.send(child, new PmReboot(Abort.HALT, 7));

        assertEquals(List.of(new VfsPmExit(child), new VfsPmReboot()), machine.toVfs());
        assertEquals(List.of(), machine.traps.requests(Abort.class));
        machine.vfsDone(Endpoint.NONE, PmMachine.REBOOT);
        assertEquals(List.of(new Abort(Abort.HALT, 7)), machine.traps.requests(Abort.class));
    }

    @Test
    void theEndOfInitIsTheEndOfTheMachine() {
        machine.send(INIT, new PmExit(0));

        assertEquals(List.of(new Abort(Abort.PANIC, 1)), machine.traps.requests(Abort.class));
        assertTrue(machine.traps.printed().getLast().contains("init died"));
    }

    @Test
    void anUnknownRequestIsRefused() {
        assertEquals(Result.of(Errno.ENOSYS), machine.ask(INIT, new VfsPmReboot()));
    }
}
