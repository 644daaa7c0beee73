package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Pm.PmSrvKill;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsDown;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.protocol.Rs.RsInitLu;
import ring3.components.protocol.Rs.RsLuPrepare;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.components.protocol.Rs.RsRefresh;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Vm.VmRsUpdate;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.Message;
import ring3.syslib.Privilege;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// The program of a service is replaced while it runs. `LED` is the endpoint of the service for
/// ever; `BESIDE` that of the second process, where after the swap the old program is.
class LiveUpdateTest {
    private static final Endpoint SHELL = RsMachine.SHELL;
    private static final Endpoint LED = RsMachine.child(1);
    private static final Endpoint BESIDE = RsMachine.child(2);
    private static final Endpoint AFTER = RsMachine.child(3);
    private static final int BESIDE_PID = 22;
    private static final int GRANT = 17;
    private static final int LABEL_AT = 0x3000;

    private final RsMachine machine = new RsMachine();

    @BeforeEach
    void startService() {
        machine.boot();
        machine.start("old program", RsMachine.setup("led"));
        machine.initialised(LED, 0);
        forget();
    }

    private void forget() {
        machine.traps.forget();
        machine.names.clear();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private void update() {
        machine.update("led", "new program", null);
    }

    private void ready(int status) {
        machine.send(LED, new RsLuReady(status, GRANT, 8));
    }

    private void replaced() {
        update();
        ready(0);
        forget();
    }

    private List<Message> answers() {
        return machine.traps.sentTo(SHELL);
    }

    private void assertOldOneGoesOn(String why, Errno error) {
        assertEquals(List.of("rs: led goes on as it was, " + why), machine.traps.printed());
        assertEquals(List.of(Result.of(error)), answers());
        assertEquals("led " + LED + " 21 1 running", machine.stateOf("led"));
        assertEquals(List.of(), machine.names);
        machine.signal(LED, Signals.SIGSEGV);
        assertTrue(machine.traps.printed().getLast().endsWith("starting incarnation 2"));
        Endpoint last = machine.traps.requests(Exec.class).getLast().target();
        assertEquals("old program|led|fast|", machine.programOf(last));
    }

    @Test
    void theOldProgramIsAskedToComeToRestFirst() {
        update();

        assertEquals(List.of(new RsLuPrepare()), machine.traps.sentTo(LED));
        assertEquals(List.of(), machine.traps.askedOf(Endpoint.PM));
        assertEquals(List.of(), answers());
    }

    @Test
    void theNewProgramIsMadeBesideTheOldAndTakesItsPlace() {
        update();
        forget();

        ready(0);

        assertEquals("new program|led|fast|", machine.programOf(BESIDE));
        assertEquals(
                new VmRsUpdate(BESIDE, LED, false), machine.traps.askedOf(Endpoint.VM).getLast());
        assertEquals(List.of(new Privctl(BESIDE, Privilege.SET_SYS, 0)), machine.rightsOf(BESIDE));
        assertEquals(List.of(new Privctl(LED, Privilege.ALLOW, 0)), machine.rightsOf(LED));
        assertEquals(List.of(new RsInitLu(2, BESIDE, GRANT, 8)), machine.traps.sentTo(LED));
        assertEquals(List.of(), answers());
    }

    @Test
    void whenTheNewOneWorksTheOldOneIsBuriedAndNobodyElseLearnsOfIt() {
        replaced();

        machine.initialised(LED, 0);

        assertEquals(List.of(Result.OK), machine.traps.sentTo(LED));
        assertEquals(
                List.of(
                        new Privctl(BESIDE, Privilege.DISALLOW, 0),
                        new Privctl(BESIDE, Privilege.CLEAR_IPC_REFS, 0)),
                machine.rightsOf(BESIDE));
        assertEquals(
                List.of(new PmSrvKill(BESIDE_PID, Signals.SIGKILL)),
                machine.traps.askedOf(Endpoint.PM));
        assertEquals(List.of(), machine.names);
        assertEquals(List.of(), machine.traps.sentTo(Endpoint.VFS));
        assertEquals(List.of(Result.OK), answers());
        assertEquals("led " + LED + " 21 2 running", machine.stateOf("led"));
        assertEquals(
                List.of("rs: led goes on as incarnation 2 with the state of its predecessor"),
                machine.traps.printed());
    }

    @Test
    void theNextIncarnationRunsTheNewProgram() {
        replaced();
        machine.initialised(LED, 0);

        machine.signal(LED, Signals.SIGSEGV);

        assertEquals("new program|led|fast|", machine.programOf(AFTER));
    }

    private static ServiceSetup other() {
        Privilege rights = RsMachine.setup("led").rights().with(List.of(), List.of(), List.of(7));
        return new ServiceSetup("led", List.of(), 0, 0, true, 64, 7, 200, true, rights);
    }

    @Test
    void withAFileTheNewOneMayDoOtherThings() {
        machine.update("led", "new program", other());
        forget();

        ready(0);

        assertEquals("new program|led|", machine.programOf(BESIDE));
        assertEquals(
                List.of(
                        new Privctl(LED, Privilege.UPDATE_SYS, 0),
                        new Privctl(LED, Privilege.ALLOW, 0)),
                machine.rightsOf(LED));
        assertEquals(List.of(7), machine.privilegeOf(LED).irqs());
        assertEquals(List.of(new SchedulingStop(LED)), machine.traps.askedOf(Endpoint.SCHED));
        assertEquals(
                List.of(new Schedctl(BESIDE, true, 7, 200), new Schedctl(LED, true, 7, 200)),
                machine.traps.requests(Schedctl.class));
    }

    @Test
    void theOldOneGetsItsRightsBack() {
        machine.update("led", "new program", other());
        ready(0);
        forget();

        machine.initialised(LED, Errno.EINVAL.status());

        assertEquals(List.of(10), machine.privilegeOf(LED).irqs());
        assertEquals(
                List.of(new SchedulingStart(LED, Endpoint.RS, 7, 200)),
                machine.traps.askedOf(Endpoint.SCHED));
    }

    @Test
    void aServiceThatCannotHandOverItsStateIsRestartedWithTheNewProgram() {
        update();
        forget();

        ready(Errno.ENOSYS.status());

        assertEquals(
                List.of("rs: led cannot hand over its state, it is restarted"),
                machine.traps.printed());
        assertEquals(List.of("-led", "+led " + BESIDE), machine.names);
        assertEquals("new program|led|fast|", machine.programOf(BESIDE));
        assertEquals(List.of(new RsInit(Rs.RESTART, 2)), machine.traps.sentTo(BESIDE));
        machine.initialised(BESIDE, 0);
        assertEquals(List.of(Result.OK), answers());
    }

    @Test
    void whoDoesNotComeToRestIsAskedAgainAndThenLeftAlone() {
        update();

        machine.passSeconds(2);
        assertEquals(3, machine.traps.sentTo(LED).size());
        assertEquals(List.of(), answers());
        machine.passSeconds(1);
        assertEquals(3, machine.traps.sentTo(LED).size());
        ready(0);
        assertEquals(Result.of(Errno.EINTR), machine.traps.sentTo(LED).getLast());
        assertOldOneGoesOn("it did not come to rest in time", Errno.EINTR);
    }

    @Test
    void aNewProgramThatIsNoneChangesNothing() {
        machine.traps.answer(
                Exec.class,
                exec -> exec.target().equals(BESIDE) ? KernelReply.of(Errno.ENOEXEC) : null);
        update();

        ready(0);

        assertEquals(Result.of(Errno.ENOEXEC), machine.traps.sentTo(LED).getLast());
        assertOldOneGoesOn("its place cannot be taken: ENOEXEC", Errno.ENOEXEC);
    }

    @Test
    void aNewProgramThatCannotWorkMakesRoomForTheOldAgain() {
        replaced();

        machine.initialised(LED, Errno.EINVAL.status());

        assertEquals(List.of(new Privctl(LED, Privilege.DISALLOW, 0)), machine.rightsOf(LED));
        assertEquals(
                List.of(new VmRsUpdate(BESIDE, LED, true)), machine.traps.askedOf(Endpoint.VM));
        assertEquals(
                List.of(new PmSrvKill(BESIDE_PID, Signals.SIGKILL)),
                machine.traps.askedOf(Endpoint.PM));
        assertEquals(List.of(Result.of(Errno.EINVAL)), machine.traps.sentTo(LED));
        assertOldOneGoesOn("the new one failed: EINVAL", Errno.EINVAL);
    }

    @Test
    void aNewProgramThatDiesMakesRoomForTheOldAgain() {
        replaced();

        machine.signal(LED, Signals.SIGSEGV);

        assertOldOneGoesOn("the new one failed: SIGSEGV", Errno.EIO);
    }

    @Test
    void aNewProgramThatNeverAnswersMakesRoomForTheOldAgain() {
        replaced();

        machine.passSeconds(21);
        machine.signal(LED, Signals.SIGKILL);

        assertOldOneGoesOn("the new one failed: initialisation timed out", Errno.EIO);
    }

    @Test
    void whenTheOldOneCannotComeBackItIsStartedAnew() {
        replaced();
        machine.traps.answer(
                Endpoint.VM,
                message -> message instanceof VmRsUpdate ? Result.of(Errno.EBUSY) : Result.OK);

        machine.signal(LED, Signals.SIGSEGV);

        assertEquals("old program|led|fast|", machine.programOf(AFTER));
        assertEquals(List.of("-led", "+led " + AFTER), machine.names);
        assertEquals(List.of(Result.of(Errno.EIO)), answers());
        assertEquals(
                List.of(
                        new PmSrvKill(BESIDE_PID, Signals.SIGKILL),
                        new PmSrvKill(21, Signals.SIGKILL)),
                machine.traps.askedOf(Endpoint.PM).subList(0, 2));
    }

    @Test
    void whenTheOldOneDiesBeforeItIsReplacedItIsRestarted() {
        update();

        machine.signal(LED, Signals.SIGSEGV);

        assertEquals("old program|led|fast|", machine.programOf(BESIDE));
        assertEquals(List.of(Result.of(Errno.EIO)), answers());
    }

    @Test
    void meanwhileTheServiceIsNeitherEndedNorUpdatedAgain() {
        update();
        int length = machine.traps.memoryOf(SHELL).putText(LABEL_AT, "led");

        assertEquals(Result.of(Errno.EBUSY), machine.ask(SHELL, new RsDown(LABEL_AT, length)));
        assertEquals(Result.of(Errno.EBUSY), machine.ask(SHELL, new RsRefresh(LABEL_AT, length)));
        update();
        assertEquals(Result.of(Errno.EBUSY), answers().getLast());
    }

    @Test
    void neitherACoreServiceNorAStrangerIsUpdated() {
        machine.update("vfs", "new program", null);
        machine.update("nobody", "new program", null);
        machine.update("led", "", null);
        machine.update("led", "new program", RsMachine.setup("a b"));

        assertEquals(
                List.of(
                        Result.of(Errno.EPERM),
                        Result.of(Errno.ESRCH),
                        Result.of(Errno.ENOEXEC),
                        Result.of(Errno.EINVAL)),
                answers());
    }

    @Test
    void readinessThatNobodyAskedForIsSentBack() {
        ready(0);

        assertEquals(List.of(Result.of(Errno.EINTR)), machine.traps.sentTo(LED));
        assertEquals(List.of(), machine.traps.askedOf(Endpoint.PM));
    }
}
