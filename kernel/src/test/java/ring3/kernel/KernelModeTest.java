package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.Preempted;
import ring3.hardware.TextScreen;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.samples.Buggy;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.PortIo;
import ring3.syslib.Privilege;
import ring3.syslib.Program;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// The boot parameter `kernelmode` moves the boundary: what it names runs without any check, and
/// its mistakes are the kernel's own (DESIGN.md, section 8).
class KernelModeTest {
    private static final int MIB = 0x10_0000;
    private static final Rights NONE =
            Rights.ALL
                    .traps(Trap.RECEIVE)
                    .calls()
                    .sendTo(0)
                    .ports()
                    .irqs()
                    .memory()
                    .withoutFlag(Privilege.SYS_PROC);

    private final TestMachine machine = new TestMachine();
    private final Member driver = machine.service("driver").rights(NONE);
    private final Member peer = machine.service("peer").scheduled(6, 200);
    private final List<Integer> status = new ArrayList<>();
    private int grant;

    private void inKernelMode() {
        machine.parameter("kernelmode=someone,driver");
    }

    private String reason() {
        String reason = machine.kernel().panicReason();
        assertNotNull(reason);
        return reason;
    }

    // ---- Nothing is checked

    /// What a process without any right tries, and what the refusal would be.
    enum Deed {
        SEND(Errno.ECALLDENIED, (test, sys) -> sys.send(test.peer.endpoint(), new Ping(1))),
        NOTIFY(Errno.ECALLDENIED, (test, sys) -> sys.notify(test.peer.endpoint())),
        SENDA(
                Errno.EPERM,
                (test, sys) ->
                        sys.asynsend(test.peer.endpoint(), new Ping(1), AsyncMessage.NOTIFY)),
        CALL(Errno.ECALLDENIED, (_, sys) -> sys.status(new Times(Endpoint.SELF))),
        PORT(Errno.ECALLDENIED, (_, sys) -> sys.outb(0x500, 1)),
        SCHEDULE(
                Errno.ECALLDENIED,
                (test, sys) -> sys.status(new Schedule(test.peer.endpoint(), 9, 100))),
        INTERRUPT(
                Errno.ECALLDENIED, (_, sys) -> sys.status(new Irqctl(Irqctl.SET_POLICY, 5, 0, 3))),
        PHYSICAL(
                Errno.ECALLDENIED,
                (_, sys) ->
                        sys.status(new Physcopy(Endpoint.SELF, 0x2000, Endpoint.NONE, 0xb8000, 4))),
        FILL(Errno.ECALLDENIED, (_, sys) -> sys.status(new Memset(Endpoint.NONE, 0xb8000, 4, 0))),
        GRANT(
                Errno.ECALLDENIED,
                (test, sys) -> sys.safeCopyFrom(test.peer.endpoint(), test.grant, 0, 0x2000, 4)),
        STRING(
                Errno.ECALLDENIED,
                (test, sys) ->
                        sys.status(
                                new Sdevio(
                                        PortIo.OUTPUT | PortIo.BYTE,
                                        0x500,
                                        test.peer.endpoint(),
                                        0x2000,
                                        1,
                                        0)));

        private final Errno refusal;

        @SuppressWarnings("ImmutableEnumChecker")
        private final java.util.function.ToIntBiFunction<KernelModeTest, Syslib> act;

        Deed(Errno refusal, java.util.function.ToIntBiFunction<KernelModeTest, Syslib> act) {
            this.refusal = refusal;
            this.act = act;
        }
    }

    private void does(Deed deed) {
        peer.runs(sys -> {
            grant = sys.grants().direct(Endpoint.of(99, 0), 0x2000, 4, GrantTable.WRITE);
            sys.receive();
        });
        driver.runs(sys -> status.add(deed.act.applyAsInt(this, sys)));
        machine.run();
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whoHasNoRightIsRefused(Deed deed) {
        does(deed);
        assertEquals(List.of(deed.refusal.status()), status);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whoRunsInKernelModeDoesEverything(Deed deed) {
        inKernelMode();
        does(deed);
        assertEquals(List.of(0), status);
    }

    /// What calls refuse to a process that may make them but does not own what they are about.
    private void calls(ToIntFunction<Syslib> act, int expected) {
        driver.rights(Rights.ALL.ports().irqs().memory());
        peer.runs(sys -> grant = sys.grants().direct(Endpoint.RS, 0x2000, 4, GrantTable.WRITE));
        driver.runs(sys -> status.add(act.applyAsInt(sys)));
        machine.run();
        assertEquals(List.of(expected), status);
    }

    @Test
    void grantThatIsNoneIsNoneEvenInKernelMode() {
        inKernelMode();
        calls(
                sys -> sys.safeCopyFrom(Endpoint.of(99, 9), grant, 0, 0x2000, 4),
                Errno.EINVAL.status());
    }

    @Test
    void portOfNoWidthIsNoneEvenInKernelMode() {
        inKernelMode();
        calls(sys -> sys.outw(0x501, 1), Errno.EPERM.status());
    }

    @Test
    void portInstructionsNeedNoRight() {
        inKernelMode();
        driver.runs(sys -> {
            sys.portOut(0x500, 1, 1);
            status.add(sys.portIn(0x500, 1));
        });
        machine.run();

        assertEquals(List.of(0xff), status);
    }

    @Test
    void otherNamesAreNotInKernelMode() {
        machine.parameter("kernelmode=driverless,adriver");
        does(Deed.SEND);
        assertEquals(List.of(Errno.ECALLDENIED.status()), status);
    }

    // ---- All of physical memory is there

    @Test
    void physicalMemoryIsReadAndWrittenAtItsOwnAddress() {
        inKernelMode();
        machine.computer().memory().write(0x50_0000 - MIB - MIB, 77, 1);
        machine.computer().memory().write(0x9_0000, 78, 1);
        driver.runs(sys -> {
            status.add(sys.memory().getByte(0x30_0000));
            status.add(sys.memory().getByte(0x9_0000));
            sys.memory().putByte(0x30_0001, 79);
            status.add(sys.copyTo(Endpoint.SELF, 0x30_1000, 0x30_0001, 1));
        });
        machine.run();

        assertEquals(List.of(77, 78, 0), status);
        assertEquals(79, machine.computer().memory().read(0x30_0001, 1));
        assertEquals(79, machine.computer().memory().read(0x30_1000, 1));
    }

    private void dies(Program program, String expected) {
        inKernelMode();
        driver.runsOnly(program);
        machine.run();

        assertEquals(expected, reason());
        Panicked panic = machine.events(Panicked.class).getFirst();
        assertEquals(driver.endpoint(), panic.culprit());
        assertEquals(expected, panic.reason());
        assertTrue(machine.kernel().isStopped());
    }

    @Test
    void wildWriteIntoTheKernelStopsTheMachine() {
        dies(
                sys -> sys.memory().putInt(0x5_0000, 1),
                "driver wrote to 0x50000, which is the kernel's");
        assertEquals(0, machine.computer().memory().read(0x5_0000, 1));
    }

    @Test
    void firstByteBehindTheKernelIsNotTheKernels() {
        inKernelMode();
        driver.runs(sys -> {
            sys.memory().putByte(MIB, 1);
            status.add(1);
        });
        machine.run();

        assertEquals(List.of(1), status);
        assertNull(machine.kernel().panicReason());
    }

    @Test
    void lastByteOfTheKernelIsTheKernels() {
        dies(
                sys -> sys.memory().putByte(MIB - 1, 1),
                "driver wrote to 0xfffff, which is the kernel's");
    }

    @Test
    void nullPointerStopsTheMachine() {
        dies(sys -> sys.memory().getByte(0x10), "driver read from 0x10, which is the kernel's");
    }

    @Test
    void addressBehindAllMemoryStopsTheMachine() {
        dies(sys -> sys.memory().getByte(4 << 20), "driver read from 0x400000, where nothing is");
    }

    @Test
    void kernelCallWithAWildAddressStopsTheMachineToo() {
        dies(
                sys -> sys.copyTo(Endpoint.SELF, 0x6_0000, 0x2000, 1),
                "driver wrote to 0x60000, which is the kernel's");
    }

    // ---- Exceptions

    @Test
    void exceptionStopsTheMachineAndNamesTheLine() {
        inKernelMode();
        driver.runsOnly(Buggy.DIVISION);
        machine.run();

        String reason = reason();
        assertTrue(
                reason.startsWith(
                        "driver died in kernel mode of ArithmeticException at Buggy.java:"),
                reason);
    }

    @Test
    void programThatReturnsStopsTheMachine() {
        dies(_ -> {}, "driver died in kernel mode of its program returned");
    }

    @Test
    void serviceThatGivesUpStopsTheMachine() {
        dies(Syslib::exit, "driver gave up and nobody handles its signals");
    }

    @Test
    void panicIsShownOnTheScreen() {
        dies(_ -> {}, "driver died in kernel mode of its program returned");

        TextScreen screen = machine.computer().vga().screen();
        List<String> lines = screen.text().lines().toList();
        assertEquals("KERNEL PANIC", lines.get(8).strip());
        assertEquals(reason(), lines.get(10).strip());
        assertEquals("Only the reset button helps now.", lines.get(12).strip());
        int indent = lines.get(8).indexOf('K');
        assertEquals((80 - "KERNEL PANIC".length()) / 2, indent);
        for (int row = 0; row < TextScreen.ROWS; row++) {
            for (int column = 0; column < TextScreen.COLUMNS; column++) {
                assertEquals(0x4f, screen.attributeAt(row, column));
            }
        }
    }

    @Test
    void panicIsShownEvenWhereTheScreenWasScrolled() {
        machine.computer().bus().out(0x3d4, 0x0c, 1);
        machine.computer().bus().out(0x3d5, 0x02, 1);
        machine.computer().bus().out(0x3d4, 0x0d, 1);
        machine.computer().bus().out(0x3d5, 0x30, 1);
        dies(_ -> {}, "driver died in kernel mode of its program returned");

        assertTrue(machine.computer().vga().screen().text().contains("KERNEL PANIC"));
    }

    @Test
    void longReasonIsCutAtTheEdgeOfTheScreen() {
        String name = "d".repeat(70);
        Member verbose = machine.service(name);
        machine.parameter("kernelmode=" + name);
        verbose.runsOnly(_ -> {});
        machine.run();

        List<String> lines = machine.computer().vga().screen().text().lines().toList();
        assertEquals(reason().substring(0, 80).stripTrailing(), lines.get(10));
        assertTrue(lines.get(11).isBlank());
    }

    // ---- The processor

    /// A tenth of a millisecond of work.
    private static final int WORK_NANOS = 100_000;

    private static void loop(Syslib sys) {
        while (sys.uptimeTicks() >= 0) {
            sys.memory().getByte(0x2000);
        }
    }

    @Test
    void endlessLoopStopsTheMachineAfterASecond() {
        machine.slow(WORK_NANOS);
        inKernelMode();
        driver.runs(KernelModeTest::loop);
        machine.run(900 * TestMachine.MILLI);
        assertNull(machine.kernel().panicReason());

        machine.run(200 * TestMachine.MILLI);

        assertEquals("driver has not let go of the processor for a second", reason());
        assertEquals(driver.endpoint(), machine.events(Panicked.class).getFirst().culprit());
    }

    @Test
    void endlessLoopOfAnOrdinaryProcessStopsNobody() {
        machine.slow(WORK_NANOS);
        driver.rights(Rights.ALL);
        driver.runs(KernelModeTest::loop);
        machine.run(1_100 * TestMachine.MILLI);

        assertNull(machine.kernel().panicReason());
    }

    @Test
    void whoWaitsNowAndThenHasLetGo() {
        machine.slow(WORK_NANOS);
        inKernelMode();
        driver.rights(Rights.ALL);
        driver.runs(sys -> {
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 1_000; i++) {
                    sys.uptimeTicks();
                }
                pause(sys, 1);
            }
            status.add(1);
        });
        machine.run(1_500 * TestMachine.MILLI);

        assertNull(machine.kernel().panicReason());
        assertEquals(List.of(1), status);
    }

    @Test
    void moreUrgentProcessWaitsUntilItLetsGo() {
        machine.slow(WORK_NANOS);
        inKernelMode();
        peer.runs(sys -> {
            pause(sys, 1);
            status.add(2);
        });
        driver.scheduled(9, 1)
                .runs(sys -> {
                    while (sys.uptimeTicks() < 3) {
                        sys.memory().getByte(0x2000);
                    }
                    status.add(1);
                });
        machine.run(4 * TestMachine.TICK);

        assertEquals(List.of(1, 2), status);
        assertTrue(machine.events(Preempted.class).isEmpty());
    }

    @Test
    void newProgramOfAnotherNameIsNotInKernelMode() {
        inKernelMode();
        machine.expectFaults();
        machine.program("fresh", false, () -> sys -> sys.memory().getByte(0x30_0000));
        peer.scheduled(8, 200)
                .runs(sys -> {
                    byte[] image = TestMachine.bytes("fresh");
                    int own = sys.allocate(16);
                    sys.memory().put(own, image, 0, image.length);
                    sys.copyTo(driver.endpoint(), 0x1000, own, image.length);
                    must(
                            sys,
                            new ring3.syslib.KernelRequest.Exec(
                                    driver.endpoint(), 0x1000, 5, 0x1100, 0, own, 5));
                });
        machine.run();

        assertNull(machine.kernel().panicReason());
        assertEquals(1, machine.events(ring3.events.KernelEvent.ExceptionRaised.class).size());
    }
}
