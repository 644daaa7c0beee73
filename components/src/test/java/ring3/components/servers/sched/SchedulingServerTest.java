package ring3.components.servers.sched;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.Sched;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingSetPolicy;
import ring3.components.protocol.Sched.SchedulingStart;
import ring3.components.protocol.Sched.SchedulingStop;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.SchedulingNoQuantum;

class SchedulingServerTest {
    private static final Endpoint SHELL = Endpoint.of(20, 1);
    private static final Endpoint CHILD = Endpoint.of(21, 1);
    private static final Endpoint DRIVER = Endpoint.of(22, 1);
    private static final int MINIX = 0;
    private static final int ROUND_ROBIN = 1;
    private static final int LOTTERY = 2;
    private static final Message NO_QUANTUM = new SchedulingNoQuantum(0, 0, 0);
    private static final int BALANCE_TICKS = 300;

    private final FakeTraps traps = new FakeTraps(Endpoint.SCHED, 64);
    private final FakeProcess sched = FakeProcess.service(traps, new SchedulingServer());

    @AfterEach
    void end() {
        sched.close();
    }

    /// A user process, as its parent leaves it: init, which then ends.
    private void start() {
        sched.deliver(Endpoint.RS, new SchedulingStart(Endpoint.INIT, Endpoint.RS, 7, 200));
        sched.deliver(Endpoint.PM, new SchedulingInherit(SHELL, Endpoint.INIT, 7));
        sched.deliver(Endpoint.PM, new SchedulingStop(Endpoint.INIT));
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
        sched.deliver(Endpoint.RS, new SchedulingStart(DRIVER, Endpoint.RS, 5, 50));

        assertEquals(List.of(new Schedule(DRIVER, 5, 50)), schedules());
        assertEquals(Result.OK, lastReplyTo(Endpoint.RS));
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

    private Message ask(Endpoint caller, int policy) {
        sched.deliver(caller, new SchedulingSetPolicy(policy));
        return lastReplyTo(caller);
    }

    @Test
    void itBeginsAsMinixDoes() {
        assertEquals(new Result(MINIX), ask(Endpoint.PM, Sched.KEEP));
    }

    @ParameterizedTest
    @CsvSource({
        "schedpolicy=rr, 1",
        "mount=1 schedpolicy=lottery seed=7, 2",
        "schedpolicy=fifo, 0",
        "noschedpolicy=rr, 0",
    })
    void aBootParameterSaysHowItBegins(String parameters, int policy) {
        FakeTraps told = new FakeTraps(Endpoint.SCHED, 64);
        byte[] strings = parameters.replace(' ', '\0').concat("\0\0").getBytes(ISO_8859_1);
        told.info(KernelInfo.MONPARAMS, strings);
        try (FakeProcess server = FakeProcess.service(told, new SchedulingServer())) {
            server.deliver(Endpoint.PM, new SchedulingSetPolicy(Sched.KEEP));
        }

        assertEquals(new Result(policy), told.sentTo(Endpoint.PM).getLast());
        assertEquals(parameters.contains("fifo"), !told.printed().isEmpty());
    }

    @Test
    void anotherPolicyHoldsAtOnceForEverybody() {
        start();
        useUpQuantum(SHELL);
        sched.deliver(Endpoint.PM, new SchedulingInherit(CHILD, SHELL, 10));
        sched.deliver(Endpoint.RS, new SchedulingStart(DRIVER, Endpoint.RS, 5, 50));
        traps.forget();

        assertEquals(new Result(MINIX), ask(Endpoint.PM, ROUND_ROBIN));

        assertEquals(
                List.of(
                        new Schedule(SHELL, 7, 200),
                        new Schedule(CHILD, 7, 200),
                        new Schedule(DRIVER, 5, 50)),
                schedules());
        assertEquals(new Result(ROUND_ROBIN), ask(Endpoint.PM, Sched.KEEP));
    }

    @Test
    void nothingIsLostOnTheWayThereAndBack() {
        start();
        sched.deliver(Endpoint.PM, new SchedulingSetNice(SHELL, 10));
        ask(Endpoint.PM, LOTTERY);
        useUpQuantum(SHELL);
        traps.forget();

        assertEquals(new Result(LOTTERY), ask(Endpoint.PM, MINIX));

        assertEquals(List.of(new Schedule(SHELL, 10, 200)), schedules());
    }

    @Test
    void aQuantumThatEndedUnderTheFormerPolicyIsANewOneUnderTheNext() {
        start();
        traps.deliver(Endpoint.PM, new SchedulingSetPolicy(ROUND_ROBIN));
        useUpQuantum(SHELL);

        assertEquals(new Schedule(SHELL, 7, 200), schedules().getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 3})
    void anUnknownPolicyIsRefusedAndChangesNothing(int policy) {
        start();
        traps.forget();

        assertEquals(Result.of(Errno.EINVAL), ask(Endpoint.PM, policy));

        assertEquals(List.of(), schedules());
        assertEquals(new Result(MINIX), ask(Endpoint.PM, Sched.KEEP));
    }

    @Test
    void nobodyButPmAndRsMayChooseThePolicy() {
        assertEquals(Result.of(Errno.EPERM), ask(SHELL, ROUND_ROBIN));
        assertEquals(new Result(MINIX), ask(Endpoint.RS, ROUND_ROBIN));
    }
}
