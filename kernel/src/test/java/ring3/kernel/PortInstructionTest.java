package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.PortAccessed;
import ring3.hardware.PortDevice;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Iopenable;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// SYS_IOPENABLE: with it a process uses the port instructions of the processor, for its own ports;
/// without it each is a general protection fault.
class PortInstructionTest {
    private static final int PORT = 0x500;

    private final TestMachine machine = new TestMachine();
    private final Member driver =
            machine.service("driver").rights(Rights.ALL.ports(new Range(PORT, PORT + 3)));
    private final List<Integer> status = new ArrayList<>();
    private final List<String> device = new ArrayList<>();

    PortInstructionTest() {
        machine.computer()
                .bus()
                .claim(
                        PORT,
                        PORT + 7,
                        new PortDevice() {
                            @Override
                            public int in(int port, int width) {
                                device.add("in " + Integer.toHexString(port) + "/" + width);
                                return 0x1234 & (width == 1 ? 0xff : 0xffff);
                            }

                            @Override
                            public void out(int port, int value, int width) {
                                device.add(Integer.toHexString(port) + "=" + value + "/" + width);
                            }
                        });
    }

    private void assertDiedAt(String port) {
        ExceptionRaised fault = machine.events(ExceptionRaised.class).getFirst();
        assertEquals(driver.endpoint(), fault.process());
        assertEquals(Signals.SIGSEGV, fault.signal());
        assertEquals("general protection fault at port " + port, fault.cause());
    }

    @Test
    void instructionWithoutTheRightKillsAndTheDeviceSeesNothing() {
        machine.expectFaults();
        driver.runs(sys -> {
            sys.portOut(PORT, 1, 5);
            status.add(1);
        });
        machine.run();

        assertDiedAt("0x500");
        assertEquals(List.of(), status);
        assertEquals(List.of(), device);
    }

    @Test
    void instructionsReachTheOwnPorts() {
        driver.runs(sys -> {
            status.add(sys.status(new Iopenable(Endpoint.NONE)));
            sys.portOut(PORT, 1, 5);
            sys.portOut(PORT + 2, 2, 6);
            status.add(sys.portIn(PORT + 3, 1));
            status.add(sys.portIn(PORT, 2));
        });
        machine.run();

        assertEquals(List.of(0, 0x34, 0x1234), status);
        assertEquals(List.of("500=5/1", "502=6/2", "in 503/1", "in 500/2"), device);
        PortAccessed access = machine.events(PortAccessed.class).getFirst();
        assertEquals(driver.endpoint(), access.caller());
        assertTrue(access.output());
    }

    @Test
    void instructionAtAForeignPortKillsEvenThen() {
        machine.expectFaults();
        driver.runs(sys -> {
            must(sys, new Iopenable(Endpoint.SELF));
            sys.portIn(PORT + 3, 2);
            status.add(1);
        });
        machine.run();

        assertDiedAt("0x503");
        assertEquals(List.of(), device);
    }

    @Test
    void rightIsGivenByAnotherToo() {
        Member parent = machine.service("parent").scheduled(6, 200);
        parent.runs(sys -> {
            status.add(sys.status(new Iopenable(driver.endpoint())));
            status.add(sys.status(new Iopenable(Endpoint.of(99, 9))));
            status.add(sys.status(new Iopenable(Endpoint.CLOCK)));
        });
        driver.runs(sys -> sys.portOut(PORT, 1, 5));
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(List.of(0, invalid, invalid), status);
        assertEquals(List.of("500=5/1"), device);
    }

    @Test
    void rightIsForOneProcessAlone() {
        machine.expectFaults();
        Member other = machine.service("other").scheduled(6, 200);
        other.runs(sys -> must(sys, new Iopenable(Endpoint.SELF)));
        driver.runs(sys -> sys.portOut(PORT, 1, 5));
        machine.run();

        assertDiedAt("0x500");
    }

    @Test
    void childHasWhatItsParentHadRead() {
        MiniPm pm = new MiniPm();
        machine.service("pm", Endpoint.PM)
                .scheduled(6, 200)
                .runs(sys -> {
                    must(sys, new Iopenable(Endpoint.of(61 + 1, 0)));
                    pm.run(sys);
                });
        machine.expectFaults();
        Member user = machine.user("user").forks();
        user.runs(sys -> {
            sys.portOut(PORT, 1, 9);
            final int value = sys.portIn(PORT, 1);
            boolean child = fork(sys) == 0;
            say(sys, child ? value : value + 1);
        });
        machine.run();

        assertEquals(List.of("100:52", "62:53"), pm.said.stream().sorted().toList());
        assertEquals(List.of("500=9/1", "in 500/1"), device, "the past is not repeated");
    }

    @Test
    void instructionsCostTimeAndLetOthersRun() {
        Member other = machine.service("other").scheduled(6, 200);
        other.runs(sys -> {
            pause(sys, 1);
            status.add(device.size());
        });
        driver.runs(sys -> {
            must(sys, new Iopenable(Endpoint.SELF));
            while (true) {
                sys.portOut(PORT, 1, 1);
            }
        });
        machine.run(2 * TestMachine.TICK);

        assertTrue(status.getFirst() > 1_000, "as many as go into a tick: " + status);
        assertTrue(status.getFirst() < 100_000, "as many as go into a tick: " + status);
    }

    @Test
    void programThatStartsHasTheRightNoMore() {
        machine.expectFaults();
        machine.program("fresh", false, () -> sys -> sys.portOut(PORT, 1, 7));
        Member pm = machine.service("pm", Endpoint.PM).scheduled(8, 200);
        driver.runs(sys -> {
            must(sys, new Iopenable(Endpoint.SELF));
            sys.portOut(PORT, 1, 5);
        });
        pm.runs(sys -> execs(sys, driver.endpoint()));
        machine.run();

        assertEquals(List.of("500=5/1"), device);
        assertDiedAt("0x500");
    }

    private static void execs(Syslib sys, Endpoint target) {
        byte[] image = TestMachine.bytes("fresh");
        int own = sys.allocate(16);
        sys.memory().put(own, image, 0, image.length);
        sys.copyTo(target, 0x1000, own, image.length);
        must(sys, new ring3.syslib.KernelRequest.Exec(target, 0x1000, 5, 0x1100, 0, own, 5));
    }
}
