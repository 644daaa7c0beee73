package ring3.components.servers.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.SchedulingNoQuantum;

class SchedulingServerTest {
    private static final Endpoint SHELL = Endpoint.of(20, 1);
    private static final Endpoint CHILD = Endpoint.of(21, 1);
    private static final Message NO_QUANTUM = new SchedulingNoQuantum(0, 0, 0);
    private static final int BALANCE_TICKS = 300;

    private final FakeTraps traps = new FakeTraps(Endpoint.SCHED, 64);
    private final FakeProcess sched = FakeProcess.service(traps, new SchedulingServer());

    @AfterEach
    void end() {
        sched.close();
    }

    private void start() {
        sched.deliver(Endpoint.PM, new SchedulingStart(SHELL, Endpoint.INIT, 7, 200));
    }

    private void useUpQuantum(Endpoint process) {
        traps.deliverFromKernel(process, NO_QUANTUM);
        sched.run();
    }

    private List<Schedule> schedules() {
        return traps.requests(Schedule.class);
    }

    private Message lastReplyTo(Endpoint client) {
        return traps.sentTo(client).getLast();
    }

    @Test
    void aProcessStartsInItsHighestQueueWithItsQuantum() {
        start();

        assertEquals(List.of(new Schedule(SHELL, 7, 200)), schedules());
        assertEquals(Result.OK, lastReplyTo(Endpoint.PM));
    }

    @Test
    void nobodyButPmAndRsMayStartAProcess() {
        sched.deliver(SHELL, new SchedulingStart(SHELL, Endpoint.INIT, 0, 200));

        assertEquals(List.of(), schedules());
        assertEquals(Result.of(Errno.EPERM), lastReplyTo(SHELL));
    }

    @Test
    void aQueueThatDoesNotExistIsRefused() {
        sched.deliver(Endpoint.RS, new SchedulingStart(SHELL, Endpoint.INIT, 16, 200));

        assertEquals(List.of(), schedules());
        assertEquals(Result.of(Errno.EINVAL), lastReplyTo(Endpoint.RS));
    }

    @Test
    void aProcessThatUsesUpItsQuantumSinksByOneQueueAndIsNotAnswered() {
        start();
        traps.forget();

        useUpQuantum(SHELL);

        assertEquals(List.of(new Schedule(SHELL, 8, 200)), schedules());
        assertEquals(List.of(), traps.sentTo(SHELL));
    }

    @Test
    void nobodySinksBelowTheLowestQueue() {
        start();

        for (int i = 0; i < 10; i++) {
            useUpQuantum(SHELL);
        }

        assertEquals(new Schedule(SHELL, 15, 200), schedules().getLast());
    }

    @Test
    void aQuantumThatNotTheKernelSaysIsUsedUpIsRefused() {
        start();
        traps.forget();

        sched.deliver(SHELL, NO_QUANTUM);

        assertEquals(List.of(), schedules());
        assertEquals(Result.of(Errno.EPERM), lastReplyTo(SHELL));
    }

    @Test
    void everyFiveSecondsWhoSankRisesByOneButNotAboveHisHighestQueue() {
        start();
        useUpQuantum(SHELL);
        traps.forget();

        sched.passTicks(BALANCE_TICKS);
        sched.passTicks(BALANCE_TICKS);

        assertEquals(List.of(new Schedule(SHELL, 7, 200)), schedules());
    }

    @Test
    void aChildGoesOnWhereItsParentIs() {
        start();
        useUpQuantum(SHELL);
        traps.forget();

        sched.deliver(Endpoint.PM, new SchedulingInherit(CHILD, SHELL, 7));
        sched.passTicks(BALANCE_TICKS);

        assertEquals(
                List.of(
                        new Schedule(CHILD, 8, 200),
                        new Schedule(SHELL, 7, 200),
                        new Schedule(CHILD, 7, 200)),
                schedules());
    }

    @Test
    void aChildOfAnUnknownParentIsRefused() {
        sched.deliver(Endpoint.PM, new SchedulingInherit(CHILD, SHELL, 7));

        assertEquals(Result.of(Errno.EINVAL), lastReplyTo(Endpoint.PM));
    }

    @Test
    void aProcessThatEndedIsForgottenAndItsSuccessorInTheSlotIsAnother() {
        start();
        sched.deliver(Endpoint.PM, new SchedulingStop(SHELL));
        traps.forget();

        useUpQuantum(SHELL);
        sched.deliver(Endpoint.PM, new SchedulingStop(Endpoint.of(20, 2)));

        assertEquals(List.of(), schedules());
        assertEquals(Result.of(Errno.EINVAL), lastReplyTo(Endpoint.PM));
    }

    @Test
    void aNicerProcessMovesDownAtOnce() {
        start();

        sched.deliver(Endpoint.PM, new SchedulingSetNice(SHELL, 10));

        assertEquals(new Schedule(SHELL, 10, 200), schedules().getLast());
    }
}
