package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.MILLI;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.InterruptServed;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.hardware.InterruptLine;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.Notify;
import ring3.syslib.Received;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// Interrupts become messages (minix: kernel/interrupt.c, kernel/system/do_irqctl.c). The tests
/// pull the wires themselves, at times between two clock ticks.
class InterruptTest {
    private static final int LINE = 5;

    private final TestMachine machine = new TestMachine();
    private final Member driver = machine.service("driver");
    private final List<Received> got = new ArrayList<>();
    private final List<Integer> status = new ArrayList<>();

    /// A device wants attention at that many milliseconds.
    private void interruptAt(int line, int... millis) {
        InterruptLine wire = machine.computer().pic().line(line);
        for (int time : millis) {
            machine.computer()
                    .clock()
                    .after(
                            time * MILLI,
                            () -> {
                                wire.lower();
                                wire.raise();
                            });
        }
    }

    private long served(int line) {
        return machine.events(InterruptServed.class).stream().filter(e -> e.line() == line).count();
    }

    private static Received hardware(int ticks, int interrupts) {
        return new Received(
                Endpoint.HARDWARE, new Notify(ticks, interrupts, 0), Trap.NOTIFY, false);
    }

    @Test
    void interruptComesAsANotificationWithTheBitThatTheDriverChose() {
        driver.runs(sys -> {
            status.add(sys.irqSetPolicy(LINE, Irqctl.REENABLE, 7));
            got.add(sys.receive());
        });
        interruptAt(LINE, 5);
        machine.run();

        assertEquals(List.of(1), status, "hooks count from 1");
        assertEquals(List.of(hardware(0, 1 << 7)), got);
    }

    @Test
    void lineThatTheKernelReopensInterruptsAgain() {
        driver.runs(sys -> {
            sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0);
            got.add(sys.receive());
            got.add(sys.receive());
        });
        interruptAt(LINE, 5, 7);
        machine.run();

        assertEquals(List.of(hardware(0, 1), hardware(0, 1)), got);
    }

    @Test
    void lineThatTheKernelDoesNotReopenStaysClosedUntilTheDriverOpensIt() {
        driver.runs(sys -> {
            int hook = sys.irqSetPolicy(LINE, 0, 0);
            got.add(sys.receive());
            pause(sys, 1);
            status.add(sys.irqEnable(hook));
            got.add(sys.receive());
        });
        interruptAt(LINE, 5, 7);
        machine.run();
        assertEquals(1, served(LINE));

        machine.run(TestMachine.TICK);

        assertEquals(2, served(LINE));
        assertEquals(List.of(0), status);
        assertEquals(List.of(hardware(0, 1), hardware(1, 1)), got);
    }

    @Test
    void interruptsThatNobodyTakesBecomeOneMessage() {
        driver.runs(sys -> {
            sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0);
            sys.irqSetPolicy(LINE + 1, Irqctl.REENABLE, 3);
            pause(sys, 1);
            got.add(sys.receive());
        });
        interruptAt(LINE, 5, 7);
        interruptAt(LINE + 1, 6);
        machine.run(2 * TestMachine.TICK);

        assertEquals(2, served(LINE));
        assertEquals(List.of(hardware(1, 1 | 1 << 3)), got);
    }

    @Test
    void linesOfTheSecondControllerWorkAlike() {
        driver.runs(sys -> {
            sys.irqSetPolicy(14, Irqctl.REENABLE, 14);
            got.add(sys.receive());
            got.add(sys.receive());
        });
        interruptAt(14, 5, 7);
        machine.run();

        assertEquals(List.of(hardware(0, 1 << 14), hardware(0, 1 << 14)), got);
    }

    @Test
    void lineThatNobodyHookedIsClosed() {
        interruptAt(LINE, 5);
        interruptAt(12, 5);
        machine.run();

        assertEquals(0, served(LINE));
        assertEquals(0, served(12));
    }

    @Test
    void lineOfTheSecondControllerThatIsGivenBackIsClosed() {
        driver.runs(sys -> {
            int hook = sys.irqSetPolicy(12, 0, 0);
            status.add(sys.status(new Irqctl(Irqctl.REMOVE_POLICY, 0, 0, hook)));
        });
        interruptAt(12, 5);
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(0, served(12));
    }

    @Test
    void driverClosesItsLineAndOpensIt() {
        driver.runs(sys -> {
            int hook = sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0);
            status.add(sys.status(new Irqctl(Irqctl.DISABLE, 0, 0, hook)));
            pause(sys, 1);
            status.add(sys.irqEnable(hook));
            got.add(sys.receive());
        });
        interruptAt(LINE, 5);
        machine.run();
        assertEquals(0, served(LINE));

        machine.run(TestMachine.TICK);

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of(hardware(1, 1)), got);
    }

    @Test
    void hookThatIsGivenBackIsSilentAndFree() {
        driver.runs(sys -> {
            int hook = sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0);
            status.add(sys.status(new Irqctl(Irqctl.REMOVE_POLICY, 0, 0, hook)));
            status.add(sys.irqEnable(hook));
            status.add(sys.irqSetPolicy(LINE + 1, Irqctl.REENABLE, 1));
        });
        interruptAt(LINE, 5);
        machine.run();

        assertEquals(List.of(0, Errno.EINVAL.status(), 1), status);
        assertEquals(0, served(LINE));
    }

    // ---- Rights

    @Test
    void lineThatIsNotInThePrivilegesIsRefused() {
        driver.rights(Rights.ALL.irqs(LINE))
                .runs(sys -> {
                    status.add(sys.irqSetPolicy(LINE + 1, Irqctl.REENABLE, 0));
                    status.add(sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0));
                });
        interruptAt(LINE + 1, 5);
        machine.run();

        assertEquals(List.of(Errno.EPERM.status(), 1), status);
        assertEquals(Rule.IRQ_LIST, machine.events(KernelCallRefused.class).getFirst().rule());
        assertEquals(0, served(LINE + 1));
    }

    @Test
    void hookOfAnotherDriverIsNotTouched() {
        Member thief = machine.service("thief");
        driver.runs(sys -> {
            sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0);
            got.add(sys.receive());
        });
        thief.runs(sys -> {
            for (int request = Irqctl.REMOVE_POLICY; request <= Irqctl.DISABLE; request++) {
                status.add(sys.status(new Irqctl(request, LINE, 0, 1)));
            }
        });
        interruptAt(LINE, 5);
        machine.run();

        int denied = Errno.EPERM.status();
        assertEquals(List.of(denied, denied, denied), status);
        assertEquals(1, got.size());
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        driver.runs(sys -> {
            status.add(sys.irqSetPolicy(16, 0, 0));
            status.add(sys.irqSetPolicy(-1, 0, 0));
            status.add(sys.irqSetPolicy(LINE, 0, 32));
            status.add(sys.irqSetPolicy(LINE, 0, -1));
            status.add(sys.irqEnable(0));
            status.add(sys.irqEnable(17));
            status.add(sys.status(new Irqctl(9, LINE, 0, 1)));
        });
        machine.run();

        assertEquals(7, status.size());
        assertTrue(status.stream().allMatch(s -> s == Errno.EINVAL.status()), status::toString);
    }

    @Test
    void sameNotifyIdTakesTheSameHookAndSeventeenDifferentOnesAreTooMany() {
        driver.runs(sys -> {
            for (int id = 0; id < 17; id++) {
                status.add(sys.irqSetPolicy(LINE, Irqctl.REENABLE, id));
            }
            status.add(sys.irqSetPolicy(LINE, Irqctl.REENABLE, 3));
        });
        machine.run();

        assertEquals(16, status.get(15));
        assertEquals(Errno.ENOSPC.status(), status.get(16));
        assertEquals(4, status.get(17));
    }

    // ---- Death and company

    @Test
    void deadDriverLosesItsHooks() {
        driver.runs(sys -> sys.irqSetPolicy(LINE, Irqctl.REENABLE, 0));
        Member next = machine.service("next");
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new Clear(driver.endpoint()));
        });
        next.runs(sys -> {
            pause(sys, 2);
            status.add(sys.irqSetPolicy(LINE + 1, 0, 0));
        });
        interruptAt(LINE, 5, 20);
        machine.run(3 * TestMachine.TICK);

        assertEquals(1, served(LINE), "the second found the line closed");
        assertEquals(List.of(1), status);
    }

    /// Hooks the shared line and serves it `slow` ticks after each interrupt.
    private void share(Syslib sys, int slow) {
        int hook = sys.irqSetPolicy(LINE, 0, 0);
        while (true) {
            got.add(sys.receive(Endpoint.HARDWARE));
            pause(sys, slow);
            sys.irqEnable(hook);
        }
    }

    @Test
    void sharedLineIsClosedUntilAllItsDriversHaveOpenedIt() {
        Member slow = machine.service("slow");
        driver.runs(sys -> share(sys, 1));
        slow.runs(sys -> share(sys, 3));
        interruptAt(LINE, 5, 20);
        machine.run(2 * TestMachine.TICK);
        assertEquals(1, served(LINE), "one of two has opened it");

        machine.run(2 * TestMachine.TICK);

        assertEquals(2, served(LINE));
        assertEquals(4, got.size());
    }

    @Test
    void deathOfOneDriverOpensTheSharedLineForTheOther() {
        Member dying = machine.service("dying");
        driver.runs(sys -> share(sys, 1));
        dying.runs(sys -> sys.irqSetPolicy(LINE, 0, 0));
        machine.rs(sys -> {
            pause(sys, 2);
            must(sys, new Clear(dying.endpoint()));
        });
        interruptAt(LINE, 5, 20);
        machine.run(4 * TestMachine.TICK);

        assertEquals(2, served(LINE));
        assertEquals(2, got.size());
    }
}
