package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.AlarmExpired;
import ring3.events.KernelEvent.InterruptServed;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.AlarmReply;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.Notify;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// Ticks, alarms and times (minix: kernel/clock.c, kernel/system/do_setalarm.c).
class ClockTest {
    private final TestMachine machine = new TestMachine();
    private final Member service = machine.service("service");
    private final List<Received> got = new ArrayList<>();
    private final List<AlarmReply> replies = new ArrayList<>();

    private void set(Syslib sys, long ticks, boolean absolute) {
        replies.add((AlarmReply) sys.kernelCall(new Setalarm(ticks, absolute)));
    }

    private List<Long> alarms() {
        return got.stream()
                .map(Received::message)
                .map(Notify.class::cast)
                .map(Notify::timestamp)
                .toList();
    }

    @Test
    void clockTicksSixtyTimesASecond() {
        machine.run(10_000 * TestMachine.MILLI);

        long ticks =
                machine.events(InterruptServed.class).stream().filter(e -> e.line() == 0).count();
        assertEquals(600, ticks);
    }

    @Test
    void alarmComesAfterSoManyTicksAsANotificationOfTheClock() {
        service.runs(sys -> {
            set(sys, 3, false);
            got.add(sys.receive());
        });
        machine.run(5 * TestMachine.TICK);

        assertEquals(
                List.of(new Received(Endpoint.CLOCK, new Notify(3, 0, 0), Trap.NOTIFY, false)),
                got);
        assertEquals(1, machine.events(AlarmExpired.class).size());
    }

    @Test
    void absoluteAlarmComesAtThatTickAndOneInThePastAtTheNext() {
        service.runs(sys -> {
            set(sys, 4, true);
            got.add(sys.receive());
            set(sys, 2, true);
            got.add(sys.receive());
        });
        machine.run(7 * TestMachine.TICK);

        assertEquals(List.of(4L, 5L), alarms());
    }

    @Test
    void newAlarmReplacesTheFormerOneAndTellsWhatItHadLeft() {
        service.runs(sys -> {
            set(sys, 2, false);
            set(sys, 5, false);
            got.add(sys.receive());
            set(sys, 0, false);
        });
        machine.run(8 * TestMachine.TICK);

        assertEquals(List.of(5L), alarms());
        assertEquals(
                List.of(new AlarmReply(-1, 0), new AlarmReply(2, 0), new AlarmReply(-1, 5)),
                replies);
    }

    @Test
    void cancelledAlarmNeverComes() {
        service.runs(sys -> {
            set(sys, 2, false);
            set(sys, 0, false);
            got.add(sys.receive());
        });
        machine.run(5 * TestMachine.TICK);

        assertTrue(got.isEmpty());
        assertEquals(new AlarmReply(2, 0), replies.get(1));
    }

    @Test
    void everyServiceHasItsOwnAlarm() {
        Member other = machine.service("other");
        for (Member member : List.of(service, other)) {
            member.runs(sys -> {
                set(sys, member == service ? 3 : 1, false);
                got.add(sys.receive());
            });
        }
        machine.run(5 * TestMachine.TICK);

        assertEquals(List.of(1L, 3L), alarms());
    }

    @Test
    void alarmOfADeadServiceGoesToNobody() {
        service.runs(sys -> set(sys, 2, false));
        machine.rs(sys -> {
            TestMachine.pause(sys, 1);
            sys.status(new Clear(service.endpoint()));
        });
        machine.run(4 * TestMachine.TICK);

        assertEquals(1, machine.events(AlarmExpired.class).size(), "that of rs");
    }

    @Test
    void onlyServicesHaveAlarmsAndNoneRingsInTheNegative() {
        Member plain = machine.service("plain");
        List<Integer> status = new ArrayList<>();
        plain.rights(Rights.ALL.withoutFlag(Privilege.SYS_PROC));
        plain.runs(sys -> status.add(sys.setAlarm(1)));
        service.runs(sys -> status.add(sys.setAlarm(-1)));
        machine.run();

        assertEquals(List.of(Errno.EINVAL.status(), Errno.EPERM.status()), status);
    }

    @Test
    void timesTellsTicksTimeAndTheProcessorTimeOfAProcess() {
        List<TimesReply> times = new ArrayList<>();
        Member idle = machine.service("idle");
        service.runs(sys -> {
            TestMachine.pause(sys, 2);
            times.add((TimesReply) sys.kernelCall(new Times(Endpoint.SELF)));
            times.add((TimesReply) sys.kernelCall(new Times(idle.endpoint())));
            got.add(new Received(sys.self(), sys.kernelCall(new Times(GONE)), Trap.SEND, false));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(2, times.get(0).uptimeTicks());
        assertTrue(times.get(0).nanos() >= 2 * 16_666_000L);
        assertTrue(times.get(0).cpuNanos() > times.get(1).cpuNanos());
        assertTrue(times.get(1).cpuNanos() > 0);
        assertEquals(Errno.EINVAL.status(), got.getFirst().message().type());
    }

    private static final Endpoint GONE = Endpoint.of(200, 1);
}
