package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Pm.PmSrvKill;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsDown;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsLookup;
import ring3.components.protocol.Rs.RsRefresh;
import ring3.components.protocol.Rs.RsRestart;
import ring3.components.protocol.Rs.RsUp;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Result;
import ring3.syslib.Signals;

class ReincarnationServerTest {
    private static final Endpoint SHELL = RsMachine.SHELL;
    private static final Endpoint DISK = RsMachine.child(0);
    private static final Endpoint NEXT = RsMachine.child(1);
    private static final Endpoint AFTER_NEXT = RsMachine.child(2);
    private static final int TEXT = 0x2000;
    private static final int TEXT_2 = 0x2100;

    private final RsMachine machine = new RsMachine();
    private final List<Endpoint> started = machine.boot();
    private final List<String> bootNames = List.copyOf(machine.names);
    private final List<Message> bootToVfs = machine.traps.sentTo(Endpoint.VFS);

    @BeforeEach
    void forgetTheBoot() {
        machine.traps.forget();
        machine.names.clear();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private int text(String text) {
        return machine.traps.memoryOf(SHELL).putText(TEXT, text);
    }

    private void up(String command, String label) {
        int labelLength = machine.traps.memoryOf(SHELL).putText(TEXT_2, label);
        machine.send(SHELL, new RsUp(TEXT, text(command), TEXT_2, labelLength, 0));
    }

    @Test
    void servicesStartOneByOneInTheOrderOfTheTable() {
        assertEquals(
                List.of(
                        Endpoint.VM,
                        Endpoint.DS,
                        Endpoint.PM,
                        Endpoint.SCHED,
                        Endpoint.VFS,
                        Endpoint.MEM,
                        Endpoint.TTY,
                        DISK,
                        Endpoint.MFS),
                started);
    }

    @Test
    void everyServiceIsPublishedUnderItsLabel() {
        assertEquals(
                List.of(
                        "+vm 8",
                        "+ds 6",
                        "+rs 2",
                        "+pm 0",
                        "+sched 4",
                        "+vfs 1",
                        "+memory 3",
                        "+tty 5",
                        "+at_wini " + DISK,
                        "+fs_root 10"),
                bootNames);
    }

    @Test
    void theNextIncarnationGetsItsMemoryFromVm() {
        machine.signal(DISK, Signals.SIGSEGV);

        assertEquals(
                List.of(new VmExecNewmem(NEXT, 256 * 1024)), machine.traps.askedOf(Endpoint.VM));
    }

    @Test
    void aServiceThatGetsNoMemoryIsCleanedUpAndTriedAgainLater() {
        machine.traps.answer(Endpoint.VM, _ -> Result.of(Errno.ENOMEM));

        machine.signal(DISK, Signals.SIGSEGV);

        assertEquals(List.of(), machine.traps.requests(Exec.class));
        assertEquals(
                List.of("PM_SRV_KILL", "PM_SRV_FORK", "PM_SRV_KILL"),
                machine.traps.askedOf(Endpoint.PM).stream().map(Message::typeName).toList());
        machine.traps.answer(Endpoint.VM, _ -> Result.OK);
        machine.passSeconds(5);
        assertEquals(1, machine.traps.requests(Exec.class).size());
    }

    @Test
    void vfsLearnsWhichDriverDrivesWhichMajor() {
        List<Integer> majors =
                bootToVfs.stream()
                        .filter(VfsMapdriver.class::isInstance)
                        .map(message -> ((VfsMapdriver) message).major())
                        .toList();

        assertEquals(List.of(Devices.MEMORY_MAJOR, Devices.TTY_MAJOR, Devices.DISK_MAJOR), majors);
    }

    @Test
    void aServiceThatCrashesIsReplacedAtOnceByAProcessOfItsOwn() {
        machine.signal(DISK, Signals.SIGSEGV);

        assertEquals(
                List.of(
                        new Privctl(DISK, Privilege.DISALLOW, 0),
                        new Privctl(DISK, Privilege.CLEAR_IPC_REFS, 0)),
                machine.rightsOf(DISK));
        assertEquals(
                List.of(
                        new Privctl(NEXT, Privilege.SET_SYS, 0),
                        new Privctl(NEXT, Privilege.ALLOW, 0)),
                machine.rightsOf(NEXT));
        assertEquals(List.of("-at_wini", "+at_wini " + NEXT), machine.names);
        assertEquals(
                List.of("PM_SRV_KILL", "PM_SRV_FORK"),
                machine.traps.askedOf(Endpoint.PM).stream().map(Message::typeName).toList());
        assertEquals(
                new PmSrvKill(20, Signals.SIGKILL), machine.traps.askedOf(Endpoint.PM).getFirst());
        assertEquals(
                List.of(new SchedulingStop(DISK), new SchedulingStart(NEXT, Endpoint.RS, 7, 200)),
                machine.traps.askedOf(Endpoint.SCHED));
        assertEquals(List.of(new RsInit(Rs.RESTART, 2)), machine.traps.sentTo(NEXT));
        assertEquals(
                List.of("rs: at_wini died (SIGSEGV), starting incarnation 2"),
                machine.traps.printed());
    }

    @Test
    void theNextIncarnationRunsTheCopyThatRsKeepsWithItsLabelAsArgument() {
        machine.signal(DISK, Signals.SIGABRT);

        Exec exec = machine.traps.requests(Exec.class).getLast();
        String image = machine.traps.memoryOf(NEXT).text(exec.image(), exec.imageBytes());
        String frame = machine.traps.memoryOf(NEXT).text(exec.frame() + 8, exec.frameBytes() - 8);
        assertEquals("#!ring3 at_wini\n", image);
        assertEquals("at_wini\0", frame);
    }

    @Test
    void theSecondTimeTheNextIncarnationWaitsASecond() {
        machine.signal(DISK, Signals.SIGSEGV);
        machine.initialised(NEXT, 0);
        machine.signal(NEXT, Signals.SIGSEGV);

        assertEquals("at_wini 31743 21 2 waiting", machine.stateOf("at_wini"));
        assertEquals(List.of(), machine.traps.sentTo(AFTER_NEXT));
        machine.passSeconds(1);
        assertEquals(List.of(new RsInit(Rs.RESTART, 3)), machine.traps.sentTo(AFTER_NEXT));
    }

    @Test
    void aSignalThatIsNotLethalLetsTheServiceGoOn() {
        machine.signal(DISK, Signals.SIGUSR1);

        assertEquals(List.of(new Endksig(DISK)), machine.traps.requests(Endksig.class));
        assertEquals(List.of(), machine.rightsOf(DISK));
    }

    @Test
    void theDeathOfACoreServiceIsAPanic() {
        machine.signal(Endpoint.VFS, Signals.SIGSEGV);

        assertEquals(List.of(new Abort(Abort.PANIC, 1)), machine.traps.requests(Abort.class));
        assertEquals(List.of(), machine.traps.askedOf(Endpoint.PM));
    }

    @Test
    void aDriverOfTheBootImageIsRestartedToo() {
        machine.signal(Endpoint.TTY, Signals.SIGKILL);

        assertEquals(
                new PmSrvKill(7, Signals.SIGKILL), machine.traps.askedOf(Endpoint.PM).getFirst());
        assertEquals(List.of("-tty", "+tty " + NEXT), machine.names);
    }

    @Test
    void aSilentServiceIsKilledAndALivelyOneIsNot() {
        machine.passSeconds(10, DISK);
        assertEquals(List.of(), machine.traps.requests(Kill.class));

        machine.passSeconds(5);
        assertEquals(List.of(new Kill(DISK, Signals.SIGKILL)), machine.traps.requests(Kill.class));
        machine.signal(DISK, Signals.SIGKILL);
        assertEquals(
                "rs: at_wini died (no heartbeat), starting incarnation 2",
                machine.traps.printed().getLast());
    }

    @Test
    void nobodyIsKilledForHisSilenceWhileAnotherOneStarts() {
        machine.signal(Endpoint.TTY, Signals.SIGSEGV);

        machine.passSeconds(10);

        assertEquals(List.of(), machine.traps.requests(Kill.class));
    }

    @Test
    void aServiceWithoutAHeartbeatIsNeverAsked() {
        machine.passSeconds(10, DISK);

        assertTrue(machine.traps.sentTo(Endpoint.MFS).stream().noneMatch(Notify.class::isInstance));
    }

    @Test
    void anInitialisationThatFailsOrTakesTooLongEndsTheService() {
        machine.signal(DISK, Signals.SIGSEGV);
        machine.initialised(NEXT, Errno.ENXIO.status());
        assertEquals(List.of(new Kill(NEXT, Signals.SIGKILL)), machine.traps.requests(Kill.class));
        machine.signal(NEXT, Signals.SIGKILL);
        assertEquals(
                "rs: at_wini died (initialisation failed: ENXIO), starting incarnation 3 in 1 s",
                machine.traps.printed().getLast());

        machine.passSeconds(1);
        machine.traps.forget();
        machine.passSeconds(21);
        assertEquals(
                List.of(new Kill(AFTER_NEXT, Signals.SIGKILL)), machine.traps.requests(Kill.class));
    }

    @Test
    void aServiceIsStartedOnRequestAndTheAnswerWaitsUntilItWorks() {
        up("mfs", "fs_mnt");

        assertEquals(List.of("+fs_mnt " + NEXT), machine.names);
        assertEquals(List.of(), machine.traps.sentTo(SHELL));
        machine.initialised(NEXT, 0);
        assertEquals(List.of(Result.OK), machine.traps.sentTo(SHELL));
        assertEquals(new Result(NEXT.value()), machine.ask(SHELL, new RsLookup(TEXT_2, 6)));
    }

    @Test
    void aRequestedServiceThatNeverWorkedIsForgotten() {
        up("mfs", "fs_mnt");
        machine.initialised(NEXT, Errno.EIO.status());
        machine.signal(NEXT, Signals.SIGKILL);

        assertEquals(List.of(Result.of(Errno.EIO)), machine.traps.sentTo(SHELL));
        assertEquals("none", machine.stateOf("fs_mnt"));
    }

    @Test
    void aRequestForAnUnknownOrPresentServiceIsRefused() {
        up("nothing", "fs_mnt");
        up("pm", "pm2");
        up("mfs", "at_wini");
        up("mfs", "");

        assertEquals(
                List.of(
                        Result.of(Errno.ENOENT),
                        Result.of(Errno.ENOENT),
                        Result.of(Errno.EEXIST),
                        Result.of(Errno.EINVAL)),
                machine.traps.sentTo(SHELL));
        assertEquals(List.of(), machine.traps.askedOf(Endpoint.PM));
    }

    @Test
    void aFileServerThatDiesIsNotRestarted() {
        up("mfs", "fs_mnt");
        machine.initialised(NEXT, 0);
        machine.signal(NEXT, Signals.SIGSEGV);

        assertEquals("none", machine.stateOf("fs_mnt"));
        assertEquals(
                "rs: fs_mnt died (SIGSEGV), it is not restarted",
                machine.traps.printed().getLast());
    }

    @Test
    void aServiceIsTakenDownForGoodUnlessItIsCore() {
        assertEquals(Result.OK, machine.ask(SHELL, new RsDown(TEXT, text("at_wini"))));
        assertEquals(List.of("-at_wini"), machine.names);
        assertEquals(
                Result.of(Errno.ESRCH), machine.ask(SHELL, new RsLookup(TEXT, text("at_wini"))));
        assertEquals(Result.of(Errno.EPERM), machine.ask(SHELL, new RsDown(TEXT, text("vfs"))));
        assertEquals(Result.of(Errno.ESRCH), machine.ask(SHELL, new RsDown(TEXT, text("nobody"))));
    }

    @Test
    void aRefreshedServiceIsReplacedAndDoesNotCountAsDead() {
        machine.send(SHELL, new RsRefresh(TEXT, text("at_wini")));
        assertEquals(List.of("-at_wini", "+at_wini " + NEXT), machine.names);
        machine.initialised(NEXT, 0);
        assertEquals(List.of(Result.OK), machine.traps.sentTo(SHELL));

        machine.signal(NEXT, Signals.SIGSEGV);
        assertEquals(
                "rs: at_wini died (SIGSEGV), starting incarnation 3",
                machine.traps.printed().getLast());
    }

    @Test
    void aDeadServiceIsRestartedBeforeItsTurnAndALivingOneIsNot() {
        machine.signal(DISK, Signals.SIGSEGV);
        machine.initialised(NEXT, 0);
        assertEquals(
                Result.of(Errno.EBUSY), machine.ask(SHELL, new RsRestart(TEXT, text("at_wini"))));
        machine.signal(NEXT, Signals.SIGSEGV);
        machine.traps.forget();

        machine.send(SHELL, new RsRestart(TEXT, text("at_wini")));

        assertEquals(List.of(new RsInit(Rs.RESTART, 3)), machine.traps.sentTo(AFTER_NEXT));
        machine.initialised(AFTER_NEXT, 0);
        assertEquals(List.of(Result.OK), machine.traps.sentTo(SHELL));
    }

    @Test
    void servicesDoNotStartOrEndEachOther() {
        machine.traps.memoryOf(Endpoint.TTY).putText(TEXT, "at_wini");

        assertEquals(Result.of(Errno.EPERM), machine.ask(Endpoint.TTY, new RsDown(TEXT, 7)));
        assertEquals(new Result(DISK.value()), machine.ask(Endpoint.TTY, new RsLookup(TEXT, 7)));
    }

    @Test
    void theListTellsLabelEndpointPidIncarnationAndState() {
        assertEquals("at_wini " + DISK + " 20 1 running", machine.stateOf("at_wini"));
        assertEquals("tty 5 7 1 running", machine.stateOf("tty"));
        assertEquals("none", machine.stateOf("init"));
    }
}
