package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.MiniVm;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Buggy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.MemoryReply;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;
import ring3.syslib.VmPagefault;

/// Memory that is not there, in a machine that has vm: its instructions, and kernel calls that are
/// about it, wait until vm has said what becomes of them.
class PageFaultTest {
    private static final int HIGH = 0x40_0000;
    private static final int PAGE = 0x1000;
    private static final int EFAULT = Errno.EFAULT.status();

    private final TestMachine machine = new TestMachine();
    private final MiniVm miniVm = new MiniVm();
    private final Member vm = machine.service("vm", Endpoint.VM).scheduled(2, 500).runs(miniVm);
    private final Member a = machine.service("a");
    private final Member b = machine.service("b");
    private final List<Integer> status = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();
    private final List<KernelReply> replies = new ArrayList<>();

    private ProcessState state(Member member) {
        ProcessSnapshot snapshot = machine.kernel().snapshot().process(member.endpoint());
        assertNotNull(snapshot);
        return snapshot.state();
    }

    private List<VmPagefault> faults() {
        return machine.events(MessageDelivered.class).stream()
                .map(MessageDelivered::message)
                .filter(VmPagefault.class::isInstance)
                .map(VmPagefault.class::cast)
                .toList();
    }

    private static Vmctl control(Endpoint target, int request, int value) {
        return new Vmctl(target, request, 0, 0, 0, value);
    }

    private static KernelReply waiting(Syslib sys) {
        return sys.kernelCall(control(Endpoint.SELF, Vmctl.MEMORY_GET, 0));
    }

    // ---- Instructions

    @Test
    void instructionWaitsUntilItsMemoryIsThereAndIsRepeated() {
        miniVm.demandEnd = HIGH + 2 * PAGE;
        a.runs(sys -> {
            seen.add(sys.memory().getInt(HIGH + PAGE - 2));
            sys.memory().putInt(HIGH, 7);
            seen.add(sys.memory().getInt(HIGH));
        });
        machine.run();

        assertEquals(List.of(0, 7), seen);
        assertEquals(
                List.of(
                        new VmPagefault(HIGH + PAGE - 2, false),
                        new VmPagefault(HIGH + PAGE, false)),
                faults());
    }

    @Test
    void faultOfAProcessThatVmWaitsForIsAnException() {
        machine.expectFaults();
        vm.runs(sys -> sys.sendrec(a.endpoint(), new VmPagefault(0, false)));
        a.runs(sys -> {
            pause(sys, 1);
            sys.memory().putByte(HIGH, 1);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(a.endpoint()), exceptions());
        assertEquals(ProcessState.SENDING, state(vm));
    }

    private List<Endpoint> exceptions() {
        return machine.events(ExceptionRaised.class).stream()
                .map(ExceptionRaised::process)
                .toList();
    }

    @Test
    void vmIsToldInTheNameOfTheProcessAndOfTheByteThatWasMissing() {
        vm.runs(sys -> {
            got.add(sys.receive());
            seen.add(1);
        });
        a.runs(sys -> {
            sys.memory().putByte(HIGH + 5, 1);
            seen.add(2);
        });
        machine.run();

        assertEquals(
                List.of(
                        new Received(
                                a.endpoint(), new VmPagefault(HIGH + 5, true), Trap.SEND, true)),
                got);
        assertEquals(List.of(1), seen, "it waits for vm");
    }

    @Test
    void processThatVmHasNoMemoryForDiesOfAPageFaultAtItsLine() {
        machine.expectFaults();
        a.runsOnly(Buggy.WILD_WRITE);
        machine.run();

        ExceptionRaised fault = machine.events(ExceptionRaised.class).getFirst();
        assertEquals("page fault at 0x7fffffff", fault.cause());
        assertEquals(Signals.SIGSEGV, fault.signal());
        assertTrue(fault.place().startsWith("Buggy.java:"), fault.place());
        assertEquals(ProcessState.SIGNALED, state(a));
    }

    @Test
    void signalOfSomebodyElseIsNoException() {
        vm.runs(Syslib::receive);
        a.runs(sys -> sys.memory().getByte(HIGH));
        b.scheduled(8, 200).runs(sys -> must(sys, new Kill(a.endpoint(), Signals.SIGSEGV)));
        machine.run();

        assertTrue(machine.events(ExceptionRaised.class).isEmpty());
        assertEquals(ProcessState.SIGNALED, state(a));
    }

    @Test
    void signalOfVmForOneThatRunsIsNoException() {
        vm.runs(sys -> {
            pause(sys, 1);
            must(sys, new Kill(a.endpoint(), Signals.SIGSEGV));
        });
        machine.run(2 * TestMachine.TICK);

        assertTrue(machine.events(ExceptionRaised.class).isEmpty());
        assertEquals(ProcessState.SIGNALED, state(a));
    }

    @Test
    void pageFaultOfVmItselfIsAnExceptionAtOnce() {
        machine.expectFaults();
        vm.runsOnly(sys -> {
            status.add(sys.copyTo(Endpoint.SELF, HIGH, sys.startup().heapStart(), 1));
            sys.memory().getByte(HIGH);
        });
        machine.run();

        assertEquals(List.of(EFAULT), status);
        assertEquals(vm.endpoint(), machine.events(ExceptionRaised.class).getFirst().process());
    }

    @Test
    void vmThatMayNotRunYetIsNotAsked() {
        vm.notAllowed();
        machine.expectFaults();
        a.runsOnly(sys -> {
            status.add(sys.copyTo(Endpoint.SELF, HIGH, sys.startup().heapStart(), 1));
            sys.memory().getByte(HIGH);
        });
        machine.run();

        assertEquals(List.of(EFAULT), status);
        assertEquals(a.endpoint(), machine.events(ExceptionRaised.class).getFirst().process());
    }

    // ---- Kernel calls

    @Test
    void kernelCallIsMadeAgainWhenItsMemoryIsThere() {
        miniVm.demandEnd = HIGH + 4 * PAGE;
        a.runs(sys -> {
            int own = sys.startup().heapStart();
            sys.memory().putInt(own, 42);
            status.add(sys.copyTo(b.endpoint(), HIGH + PAGE - 2, own, 4));
            status.add(sys.copyFrom(b.endpoint(), HIGH + PAGE - 2, HIGH, 4));
            seen.add(sys.memory().getInt(HIGH));
        });
        machine.run();

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of(42), seen);
        assertTrue(faults().isEmpty());
    }

    @Test
    void kernelCallThatIsDeniedItsMemoryFailsAndHasChangedNothing() {
        miniVm.demandEnd = HIGH + PAGE;
        a.runs(sys -> {
            int own = sys.startup().heapStart();
            sys.memory().putInt(own, 42);
            status.add(sys.copyTo(b.endpoint(), HIGH + PAGE - 2, own, 4));
            status.add(sys.copyFrom(b.endpoint(), HIGH + PAGE - 2, own, 2));
            seen.add(sys.memory().getInt(own));
        });
        machine.run();

        assertEquals(List.of(EFAULT, 0), status);
        assertEquals(List.of(0), seen);
    }

    /// Two kernel calls wait for memory, vm asks for them and does as `answer` says.
    private void twoCallsWait(java.util.function.Consumer<Syslib> answer) {
        a.runs(sys -> status.add(sys.copyTo(b.endpoint(), HIGH + 4, 0x2000, 8)));
        b.runs(sys -> status.add(sys.copyFrom(a.endpoint(), HIGH + 8, 0x2000, 16)));
        vm.runs(sys -> {
            pause(sys, 1);
            got.add(sys.receive());
            for (int i = 0; i < 3; i++) {
                replies.add(waiting(sys));
            }
            answer.accept(sys);
        });
        machine.run(2 * TestMachine.TICK);
    }

    @Test
    void vmLearnsOfEachWaitingCallOnce() {
        twoCallsWait(_ -> {});

        assertEquals(Endpoint.SYSTEM, got.getFirst().source());
        assertEquals(Signals.bit(Signals.SIGKMEM), ((Notify) got.getFirst().message()).signals());
        assertEquals(
                List.of(
                        new MemoryReply(a.endpoint(), b.endpoint(), HIGH + 4, 8, true),
                        new MemoryReply(b.endpoint(), a.endpoint(), HIGH + 8, 16, false),
                        KernelReply.of(Errno.ESRCH)),
                replies);
        assertEquals(List.of(), status);
    }

    @Test
    void eachWaitingCallGetsItsOwnAnswer() {
        twoCallsWait(sys -> {
            must(sys, control(b.endpoint(), Vmctl.MEMORY_REPLY, EFAULT));
            seen.add(status.size());
            seen.add(sys.status(control(b.endpoint(), Vmctl.MEMORY_REPLY, 0)));
        });

        assertEquals(List.of(EFAULT), status);
        assertEquals(List.of(0, Errno.EINVAL.status()), seen);
    }

    @Test
    void callThatIsAnsweredWithoutItsMemoryWaitsAgain() {
        twoCallsWait(sys -> {
            must(sys, control(b.endpoint(), Vmctl.MEMORY_REPLY, 0));
            pause(sys, 1);
            replies.add(waiting(sys));
        });
        machine.run(TestMachine.TICK);

        assertEquals(
                new MemoryReply(b.endpoint(), a.endpoint(), HIGH + 8, 16, false),
                replies.getLast());
    }

    @Test
    void callOfOneWhoHasDiedWaitsForNothing() {
        a.runs(sys -> status.add(sys.copyTo(b.endpoint(), HIGH, 0x2000, 8)));
        b.scheduled(8, 200).runs(sys -> must(sys, new Clear(a.endpoint())));
        vm.runs(sys -> {
            pause(sys, 1);
            replies.add(waiting(sys));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(KernelReply.of(Errno.ESRCH)), replies);
    }

    @Test
    void memoryOfVmItselfDoesNotCome() {
        miniVm.demandEnd = HIGH + PAGE;
        a.runs(sys -> status.add(sys.copyTo(vm.endpoint(), HIGH, 0x2000, 8)));
        machine.run();

        assertEquals(List.of(EFAULT), status);
    }

    // ---- Copy on write

    @Test
    void parentAndChildShareMemoryUntilOneWritesIt() {
        MiniPm pm = new MiniPm(miniVm);
        machine.service("pm", Endpoint.PM).scheduled(3, 500).runs(pm);
        Member parent = machine.user("parent").forks();
        parent.runs(sys -> {
            int address = sys.startup().heapStart();
            sys.memory().putInt(address, 1);
            sys.memory().putInt(address + 4, 2);
            boolean child = fork(sys) == 0;
            if (child) {
                sys.memory().putInt(address, 11);
            } else {
                sys.memory().putInt(address + 4, 12);
            }
            say(sys, sys.memory().getInt(address) * 100 + sys.memory().getInt(address + 4));
        });
        machine.run();

        int slot = parent.endpoint().slot();
        assertEquals(List.of("100:1102", slot + ":112"), pm.said.stream().sorted().toList());
        assertEquals(2, faults().size(), "the page is copied once, then it is the other's alone");
    }
}
