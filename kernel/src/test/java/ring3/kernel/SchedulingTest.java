package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.MILLI;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;
import static ring3.kernel.testing.TestMachine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.Preempted;
import ring3.events.KernelEvent.QuantumExpired;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.hardware.CostModel;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.Received;
import ring3.syslib.SchedulingNoQuantum;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// The scheduling mechanism; policy is a process (minix: kernel/proc.c, sched_proc).
class SchedulingTest {
    private final TestMachine machine = new TestMachine();
    private final List<String> order = new ArrayList<>();
    private final List<Integer> status = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();

    /// Uses the processor: one kernel call after another.
    private static void work(Syslib sys, int calls) {
        for (int i = 0; i < calls; i++) {
            sys.kernelCall(new Times(Endpoint.SELF));
        }
    }

    /// Enough to use up a quantum of one millisecond.
    private static final int MORE_THAN_A_MILLI = 3000;

    private ProcessSnapshot snapshot(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot;
    }

    // ---- Queues

    @Test
    void headOfTheMostUrgentQueueRunsFirst() {
        int count = 0;
        for (int queue : new int[] {15, 7, 5, 7, 0}) {
            String name = "q" + count++;
            machine.service(name).scheduled(queue, 100).runs(_ -> order.add("" + queue));
        }
        machine.run();

        assertEquals(List.of("0", "5", "7", "7", "15"), order);
    }

    @Test
    void thoseOfOneQueueRunInTheOrderInWhichTheyBecameReady() {
        for (String name : List.of("a", "b", "c")) {
            machine.service(name)
                    .runs(sys -> {
                        order.add(name);
                        pause(sys, 1);
                        order.add(name);
                    });
        }
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of("a", "b", "c", "a", "b", "c"), order);
    }

    // ---- Preemption

    @Test
    void moreUrgentProcessRunsAsSoonAsItIsReady() {
        Member urgent = machine.service("urgent").scheduled(6, 200);
        Member sender = machine.service("sender");
        Member equal = machine.service("equal");
        urgent.runs(sys -> {
            sys.receive();
            order.add("urgent");
        });
        sender.runs(sys -> {
            sys.send(urgent.endpoint(), new Ping(1));
            order.add("sender");
            work(sys, 2);
            order.add("sender");
        });
        equal.runs(_ -> order.add("equal"));
        machine.run();

        assertEquals(List.of("urgent", "sender", "sender", "equal"), order, "back to the head");
        List<Preempted> preempted = machine.events(Preempted.class);
        assertEquals(sender.endpoint(), preempted.getLast().process());
    }

    @Test
    void processOfTheSameQueueWaitsItsTurn() {
        Member receiver = machine.service("receiver");
        Member sender = machine.service("sender");
        receiver.runs(sys -> {
            sys.receive();
            order.add("receiver");
        });
        sender.runs(sys -> {
            sys.send(receiver.endpoint(), new Ping(1));
            work(sys, 3);
            order.add("sender");
        });
        machine.run();

        assertEquals(List.of("sender", "receiver"), order);
    }

    @Test
    void interruptOfAMoreUrgentProcessPreemptsOneThatOnlyComputes() {
        Member urgent = machine.service("urgent").scheduled(3, 200);
        Member busy = machine.service("busy");
        urgent.runs(sys -> {
            pause(sys, 1);
            order.add("urgent");
        });
        busy.runs(sys -> {
            work(sys, 50_000);
            order.add("busy");
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of("urgent", "busy"), order);
    }

    @Test
    void runningProcessThatIsMadeLessUrgentGivesWay() {
        Member humble = machine.service("humble");
        Member other = machine.service("other");
        humble.runs(sys -> {
            must(sys, schedule(humble.endpoint(), 9, 200));
            order.add("humble");
        });
        other.runs(_ -> order.add("other"));
        machine.run();

        assertEquals(List.of("other", "humble"), order);
    }

    // ---- Quanta

    @Test
    void processThatTheKernelSchedulesJustGetsTheNextQuantum() {
        Member busy = machine.service("busy").scheduled(7, 1);
        busy.runs(sys -> work(sys, 10_000));
        machine.run();

        assertTrue(machine.events(QuantumExpired.class).isEmpty());
        assertEquals(ProcessState.RECEIVING, snapshot(busy).state());
        assertTrue(snapshot(busy).cpuNanos() > 2 * MILLI);
    }

    @Test
    void schedulerIsToldInTheNameOfTheProcessAndDecides() {
        Member sched = machine.service("sched", Endpoint.SCHED).scheduled(4, 500);
        Member busy = machine.service("busy").unscheduled();
        sched.runs(sys -> {
            must(sys, new Schedctl(busy.endpoint(), false, -1, -1));
            must(sys, new Schedule(busy.endpoint(), 7, 1));
            got.add(sys.receive());
            pause(sys, 1);
            must(sys, new Schedule(busy.endpoint(), 8, 500));
        });
        busy.runs(sys -> work(sys, MORE_THAN_A_MILLI));
        machine.run();

        Received message = got.getFirst();
        assertEquals(busy.endpoint(), message.source());
        assertTrue(message.fromKernel());
        SchedulingNoQuantum told = (SchedulingNoQuantum) message.message();
        assertTrue(told.cpuNanos() >= MILLI, told::toString);
        assertEquals(ProcessState.NO_QUANTUM, snapshot(busy).state());

        machine.run(2 * TestMachine.TICK);

        assertEquals(ProcessState.RECEIVING, snapshot(busy).state());
        assertEquals(8, snapshot(busy).priority());
        assertEquals(500, snapshot(busy).quantumMillis());
    }

    @Test
    void schedulerIsToldHowLongItsProcessWaitedAndRanAndHowOftenItGaveWay() {
        Member sched = machine.service("sched", Endpoint.SCHED).scheduled(4, 500);
        Member busy = machine.service("busy").unscheduled();
        Member urgent = machine.service("urgent").scheduled(6, 200);
        sched.runs(sys -> {
            must(sys, new Schedctl(busy.endpoint(), false, -1, -1));
            must(sys, new Schedule(busy.endpoint(), 7, 40));
            got.add(sys.receive());
            must(sys, new Schedule(busy.endpoint(), 7, 40));
            got.add(sys.receive());
        });
        urgent.runs(sys -> {
            pause(sys, 1);
            work(sys, MORE_THAN_A_MILLI);
        });
        busy.runs(sys -> work(sys, 100 * MORE_THAN_A_MILLI));
        machine.run(100 * MILLI);

        SchedulingNoQuantum first = (SchedulingNoQuantum) got.get(0).message();
        assertEquals(1, first.preemptions());
        assertTrue(first.cpuNanos() >= 40 * MILLI, first::toString);
        assertTrue(first.cpuNanos() < 41 * MILLI, first::toString);
        assertTrue(first.queueNanos() > MILLI && first.queueNanos() < 10 * MILLI, first::toString);
        SchedulingNoQuantum second = (SchedulingNoQuantum) got.get(1).message();
        assertTrue(second.cpuNanos() < 41 * MILLI, "since the last quantum: " + second);
        assertTrue(second.queueNanos() >= first.queueNanos(), second::toString);
    }

    @Test
    void readyProcessThatIsMadeMoreUrgentTakesThePlaceOfOneThatRuns() {
        Member late = machine.service("late").scheduled(9, 200);
        late.runs(sys -> order.add("late"));
        machine.service("early")
                .scheduled(7, 200)
                .runs(sys -> {
                    must(sys, TestMachine.schedule(late.endpoint(), 6, 200));
                    order.add("early");
                });
        machine.run();

        assertEquals(List.of("late", "early"), order);
    }

    @Test
    void processWithoutAnyQuantumNeverRuns() {
        Member never = machine.service("never").unscheduled();
        never.runs(_ -> order.add("never"));
        machine.run();

        assertTrue(order.isEmpty());
        assertEquals(ProcessState.NO_QUANTUM, snapshot(never).state());
    }

    @Test
    void onlyItsSchedulerMaySchedule() {
        Member sched = machine.service("sched", Endpoint.SCHED);
        Member thief = machine.service("thief");
        Member child = machine.service("child").unscheduled();
        sched.runs(sys -> {
            must(sys, new Schedctl(child.endpoint(), false, -1, -1));
            pause(sys, 2);
            status.add(sys.status(new Schedule(child.endpoint(), 7, 100)));
        });
        thief.runs(sys -> {
            pause(sys, 1);
            status.add(sys.status(new Schedule(child.endpoint(), 0, 100)));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Errno.EPERM.status(), 0), status);
        assertEquals(7, snapshot(child).priority());
    }

    @Test
    void prioritiesAndQuantaThatMakeNoSenseAreRefused() {
        Member target = machine.service("target");
        machine.rs(sys -> {
            for (int[] pair : new int[][] {{16, 100}, {-2, 100}, {7, 0}, {7, -2}, {0, 1}}) {
                status.add(sys.status(schedule(target.endpoint(), pair[0], pair[1])));
            }
            status.add(sys.status(schedule(target.endpoint(), -1, -1)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(List.of(invalid, invalid, invalid, invalid, 0, 0), status);
        assertEquals(0, snapshot(target).priority());
        assertEquals(1, snapshot(target).quantumMillis());
    }

    // ---- A scheduler that is busy or dies

    /// A process whose quantum ran out in the very call in which it began to wait: it is woken, and
    /// what it learns from that must outlast the message to its scheduler, who is busy.
    private Member expiresWhileItWaits(Member sched, Member partner) {
        Member tired = machine.service("tired").unscheduled();
        sched.runs(sys -> {
            must(sys, new Schedctl(tired.endpoint(), false, -1, -1));
            must(sys, new Schedule(tired.endpoint(), 7, 1));
            pause(sys, 4);
            got.add(sys.receive());
            must(sys, new Schedule(tired.endpoint(), 7, 500));
        });
        tired.runs(sys -> {
            while (MILLI - cpuNanos(sys) > COST_OF_A_RECEIVE) {}
            got.add(sys.receive(partner.endpoint()));
        });
        return tired;
    }

    private static final long COST_OF_A_RECEIVE =
            CostModel.DEFAULT.user() + CostModel.DEFAULT.trap() + CostModel.DEFAULT.message();

    private static long cpuNanos(Syslib sys) {
        var reply = (TimesReply) must(sys, new Times(Endpoint.SELF));
        return reply.cpuNanos();
    }

    @Test
    void deathOfItsPartnerIsNotForgottenOverTheEndOfTheQuantum() {
        Member sched = machine.service("sched", Endpoint.SCHED).scheduled(4, 500);
        Member partner = machine.service("partner");
        Member tired = expiresWhileItWaits(sched, partner);
        machine.rs(sys -> {
            pause(sys, 2);
            must(sys, new Clear(partner.endpoint()));
        });
        machine.run(6 * TestMachine.TICK);

        assertEquals(tired.endpoint(), got.getFirst().source());
        assertEquals(Received.failed(Errno.EDEADSRCDST), got.get(1));
    }

    @Test
    void messageIsNotLostWhenTheSchedulerDiesAtTheEndOfTheQuantum() {
        Member sched = machine.service("sched", Endpoint.SCHED).scheduled(4, 500);
        Member partner = machine.service("partner");
        Member tired = expiresWhileItWaits(sched, partner);
        partner.runs(sys -> {
            pause(sys, 1);
            sys.send(tired.endpoint(), new Ping(5));
        });
        machine.rs(sys -> {
            pause(sys, 2);
            must(sys, new Clear(sched.endpoint()));
            must(sys, schedule(tired.endpoint(), 7, 500));
        });
        machine.run(6 * TestMachine.TICK);

        assertEquals(1, machine.events(QuantumExpired.class).size());
        assertEquals(List.of(new Received(partner.endpoint(), new Ping(5), Trap.SEND, false)), got);
    }
}
