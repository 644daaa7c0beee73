package ring3.components.servers.pm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Pm;
import ring3.components.protocol.Pm.PmExec;
import ring3.components.protocol.Pm.PmKill;
import ring3.components.protocol.Pm.PmSetpgid;
import ring3.components.protocol.Pm.PmSigaction;
import ring3.components.protocol.Pm.PmWait4;
import ring3.components.protocol.PmReply.PmWaited;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;

class SignalTest {
    private static final Endpoint INIT = Endpoint.INIT;
    private static final int TTY_PID = 5;
    private static final int FIRST_PID = 6;
    private static final int SECOND_PID = 7;

    private final PmMachine machine = new PmMachine();
    private final Endpoint first = machine.fork(INIT);
    private final Endpoint second = machine.fork(INIT);

    @BeforeEach
    void forgetTheForks() {
        machine.traps.forget();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private Message kill(Endpoint caller, int pid, int signal) {
        return machine.ask(caller, new PmKill(pid, signal));
    }

    private void ignore(Endpoint process, int signal) {
        machine.ask(process, new PmSigaction(signal, Pm.SIG_IGN));
    }

    private Message waitFor(int pid) {
        return machine.ask(INIT, new PmWait4(pid, 0));
    }

    @Test
    void aSignalEndsAProcessAndItsParentLearnsWhich() {
        assertEquals(Result.OK, kill(INIT, FIRST_PID, Signals.SIGTERM));
        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
        assertEquals(List.of(new Runctl(first, true, false)), machine.traps.requests(Runctl.class));

        machine.vfsDone(first, PmMachine.EXIT);

        assertEquals(new PmWaited(FIRST_PID, Signals.SIGTERM), waitFor(FIRST_PID));
    }

    @Test
    void signalZeroOnlyAsksWhetherThereIsSomebody() {
        assertEquals(Result.OK, kill(INIT, FIRST_PID, 0));
        assertEquals(Result.of(Errno.ESRCH), kill(INIT, 99, 0));
        assertEquals(List.of(), machine.toVfs());
    }

    @Test
    void aSignalThatDoesNotExistOrIsTheKernelsIsRefused() {
        assertEquals(Result.of(Errno.EINVAL), kill(INIT, FIRST_PID, -1));
        assertEquals(Result.of(Errno.EINVAL), kill(INIT, FIRST_PID, Signals.SIGKSIG));
        assertEquals(Result.of(Errno.EINVAL), kill(INIT, FIRST_PID, 64));
    }

    @Test
    void anIgnoredSignalDoesNothingButSigkillCannotBeIgnored() {
        ignore(first, Signals.SIGTERM);
        kill(INIT, FIRST_PID, Signals.SIGTERM);
        assertEquals(List.of(), machine.toVfs());

        Message refused = machine.ask(first, new PmSigaction(Signals.SIGKILL, Pm.SIG_IGN));
        assertEquals(Result.of(Errno.EINVAL), refused);
        kill(INIT, FIRST_PID, Signals.SIGKILL);
        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
    }

    @Test
    void sigactionTellsTheFormerDisposition() {
        ignore(first, Signals.SIGINT);

        assertEquals(
                new Result(Pm.SIG_IGN),
                machine.ask(first, new PmSigaction(Signals.SIGINT, Pm.SIG_DFL)));
        assertEquals(
                new Result(Pm.SIG_DFL),
                machine.ask(first, new PmSigaction(Signals.SIGINT, Pm.SIG_DFL)));
    }

    @Test
    void signalsThatTellOfHarmlessThingsDoNothingByDefault() {
        assertEquals(Result.OK, kill(INIT, FIRST_PID, Signals.SIGCHLD));
        assertEquals(List.of(), machine.toVfs());
    }

    @Test
    void aGroupIsReachedByItsNegativeNumberAndNobodyElseIs() {
        machine.ask(first, new PmSetpgid(0, 0));

        assertEquals(Result.OK, kill(INIT, -FIRST_PID, Signals.SIGINT));

        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
    }

    @Test
    void theTerminalDriverMaySignalAGroup() {
        machine.ask(first, new PmSetpgid(0, 0));

        assertEquals(Result.OK, kill(Endpoint.TTY, -FIRST_PID, Signals.SIGINT));
        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
    }

    @Test
    void aBroadcastReachesAllUsersButInit() {
        machine.send(first, new PmKill(-1, Signals.SIGKILL));

        assertEquals(List.of(new VfsPmExit(first), new VfsPmExit(second)), machine.toVfs());
        assertEquals(List.of(), machine.traps.requests(Kill.class));
    }

    @Test
    void whoKillsHimselfIsNotAnswered() {
        machine.send(first, new PmKill(FIRST_PID, Signals.SIGKILL));

        assertEquals(List.of(), machine.repliesTo(first));
    }

    @Test
    void aKilledServiceIsTheBusinessOfItsSignalManager() {
        assertEquals(Result.OK, kill(first, TTY_PID, Signals.SIGKILL));
        assertEquals(
                List.of(new Kill(Endpoint.TTY, Signals.SIGKILL)),
                machine.traps.requests(Kill.class));
        assertEquals(List.of(), machine.toVfs());
    }

    @Test
    void nobodyPretendsThatAServiceHasFaulted() {
        assertEquals(Result.of(Errno.EPERM), kill(first, TTY_PID, Signals.SIGSEGV));
        assertEquals(List.of(), machine.traps.requests(Kill.class));
    }

    @Test
    void aStoppedProcessGoesOnWhenItIsContinued() {
        kill(INIT, FIRST_PID, Signals.SIGSTOP);
        kill(INIT, FIRST_PID, Signals.SIGCONT);

        assertEquals(
                List.of(new Runctl(first, true, false), new Runctl(first, false, false)),
                machine.traps.requests(Runctl.class));
        assertEquals(List.of(), machine.toVfs());
    }

    @Test
    void aFaultEndsAProcessEvenIfItIsIgnored() {
        ignore(first, Signals.SIGSEGV);

        machine.kernelSignals(first, Signals.SIGSEGV);

        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
        assertEquals(List.of(), machine.traps.requests(Endksig.class));
    }

    @Test
    void aSignalOfTheKernelThatIsIgnoredLetsTheProcessGoOn() {
        ignore(first, Signals.SIGPIPE);

        machine.kernelSignals(first, Signals.SIGPIPE);

        assertEquals(List.of(), machine.toVfs());
        assertEquals(List.of(new Endksig(first)), machine.traps.requests(Endksig.class));
    }

    @Test
    void whoIsKilledDuringExecEndsWhenVfsHasAnswered() {
        machine.send(first, new PmExec(0x3000, 4, 0x4000, 16));
        machine.traps.forget();

        kill(INIT, FIRST_PID, Signals.SIGKILL);
        assertEquals(List.of(), machine.toVfs());
        machine.send(Endpoint.VFS, new VfsPmExecDone(first, 0, 0x1000, 11, 0x1010, 16));

        assertEquals(List.of(new VfsPmExit(first)), machine.toVfs());
        assertEquals(List.of(), machine.traps.requests(Exec.class));
        machine.vfsDone(first, PmMachine.EXIT);
        assertEquals(new PmWaited(FIRST_PID, Signals.SIGKILL), waitFor(FIRST_PID));
    }

    @Test
    void aChildThatIsKilledBeforeItIsReadyNeverRuns() {
        machine.send(second, new Pm.PmFork());
        Endpoint child = machine.lastBorn();
        kill(INIT, SECOND_PID + 1, Signals.SIGKILL);

        machine.vfsDone(child, PmMachine.FORK);

        assertEquals(List.of(new Result(SECOND_PID + 1)), machine.repliesTo(second));
        assertEquals(List.of(), machine.repliesTo(child));
        assertEquals(new VfsPmExit(child), machine.toVfs().getLast());
    }
}
