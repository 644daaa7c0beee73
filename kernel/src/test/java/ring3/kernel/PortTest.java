package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.GrantUsed;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.PortAccessed;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.Rule;
import ring3.hardware.PortDevice;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.PortIo;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// Ports: who owns them, what widths fit, all or nothing (minix: kernel/system/do_devio.c,
/// do_vdevio.c, kernel/arch/i386/do_sdevio.c).
class PortTest {
    private static final int PORT = 0x500;
    private static final int EPERM = Errno.EPERM.status();
    private static final int EINVAL = Errno.EINVAL.status();

    /// Notes what is written, `port=value/width`, and answers each read with the next number.
    private static final class Notebook implements PortDevice {
        private final List<String> writes = new ArrayList<>();
        private int reads;

        @Override
        public int in(int port, int width) {
            return 0x1111 * ++reads & (width == 1 ? 0xff : 0xffff);
        }

        @Override
        public void out(int port, int value, int width) {
            writes.add(Integer.toHexString(port) + "=" + Integer.toHexString(value) + "/" + width);
        }
    }

    private final TestMachine machine = new TestMachine();
    private final Member driver =
            machine.service("driver").rights(Rights.ALL.ports(new Range(PORT, PORT + 7)));
    private final Notebook device = new Notebook();
    private final List<Integer> status = new ArrayList<>();

    PortTest() {
        machine.computer().bus().claim(PORT, PORT + 15, device);
    }

    private Rule refusal() {
        return machine.events(PortRefused.class).getFirst().rule();
    }

    @Test
    void ownPortIsReadAndWritten() {
        driver.runs(sys -> {
            status.add(sys.outb(PORT, 0x12));
            status.add(sys.outw(PORT + 2, 0x3456));
            status.add(sys.inb(PORT + 1));
            status.add(sys.inw(PORT + 6));
            status.add(sys.status(output(PortIo.LONG, PORT + 4, 0x789abcde)));
        });
        machine.run();

        assertEquals(List.of(0, 0, 0x11, 0x2222, 0), status);
        assertEquals(List.of("500=12/1", "502=3456/2", "504=789abcde/4"), device.writes);
        PortAccessed first = machine.events(PortAccessed.class).getFirst();
        assertEquals(driver.endpoint(), first.caller());
        assertEquals(0x12, first.value());
    }

    private static Devio output(int width, int port, int value) {
        return new Devio(PortIo.OUTPUT | width, port, value);
    }

    @Test
    void foreignPortIsRefusedAndTheDeviceSeesNothing() {
        driver.runs(sys -> {
            status.add(sys.outb(PORT + 8, 1));
            status.add(sys.inb(PORT - 1));
            status.add(sys.outb(PORT + 7, 2));
        });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, 0), status);
        assertEquals(Rule.PORT_RANGE, refusal());
        assertEquals(List.of("507=2/1"), device.writes);
        assertEquals(0, device.reads);
    }

    @Test
    void everyByteOfAWideAccessMustBeOwnedAndAligned() {
        driver.rights(Rights.ALL.ports(new Range(PORT, PORT + 8)));
        driver.runs(sys -> {
            status.add(sys.outw(PORT + 8, 1));
            status.add(sys.outw(PORT + 1, 2));
            status.add(sys.status(output(PortIo.LONG, PORT + 6, 3)));
            status.add(sys.status(output(PortIo.LONG, PORT + 2, 4)));
        });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, EPERM, EPERM), status);
        assertEquals(
                List.of(Rule.PORT_RANGE, Rule.PORT_ALIGNMENT, Rule.PORT_RANGE, Rule.PORT_ALIGNMENT),
                machine.events(PortRefused.class).stream().map(PortRefused::rule).toList());
        assertTrue(device.writes.isEmpty());
    }

    @Test
    void emptyListOfPortsAllowsNoneAndNoListAllowsAll() {
        Member trusted = machine.service("trusted");
        driver.rights(Rights.ALL.ports()).runs(sys -> status.add(sys.outb(PORT, 1)));
        trusted.runs(sys -> status.add(sys.outb(PORT, 2)));
        machine.run();

        assertEquals(List.of(EPERM, 0), status);
    }

    @Test
    void requestThatNamesNoWidthOrDirectionIsInvalid() {
        driver.runs(sys -> {
            status.add(sys.status(new Devio(PortIo.BYTE, PORT, 1)));
            status.add(sys.status(new Devio(PortIo.OUTPUT, PORT, 1)));
            status.add(sys.status(new Devio(0x013, PORT, 1)));
            status.add(sys.status(output(PortIo.BYTE, 0x10000, 1)));
            status.add(sys.status(output(PortIo.BYTE, -1, 1)));
        });
        machine.run();

        assertEquals(List.of(EINVAL, EINVAL, EINVAL, EINVAL, EINVAL), status);
    }

    @Test
    void driverWithoutTheCallIsRefusedBeforeItsPortsAreLookedAt() {
        driver.rights(Rights.ALL.calls(SysCall.SYS_VDEVIO))
                .runs(sys -> status.add(sys.outb(PORT, 1)));
        machine.run();

        assertEquals(List.of(Errno.ECALLDENIED.status()), status);
        assertEquals(Rule.CALL_MASK, machine.events(KernelCallRefused.class).getFirst().rule());
    }

    // ---- Vectors

    @Test
    void vectorIsWorkedOffInOrder() {
        driver.runs(sys -> status.add(sys.voutb(PORT, 1, PORT + 7, 2, PORT, 3)));
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of("500=1/1", "507=2/1", "500=3/1"), device.writes);
    }

    @Test
    void vectorWithOneForeignPortTouchesNone() {
        driver.runs(sys -> status.add(sys.voutb(PORT, 1, PORT + 1, 2, PORT + 8, 3)));
        machine.run();

        assertEquals(List.of(EPERM), status);
        assertTrue(device.writes.isEmpty());
        PortRefused refused = machine.events(PortRefused.class).getFirst();
        assertEquals(PORT + 8, refused.port());
        assertTrue(machine.events(PortAccessed.class).isEmpty());
    }

    @Test
    void vectorOfInputsStoresTheValuesInItsPairs() {
        driver.runs(sys -> {
            int vector = vector(sys, 2);
            int request = PortIo.INPUT | PortIo.WORD;
            status.add(sys.status(new Vdevio(request, vector, 2)));
            status.add(sys.memory().getInt(vector + 4));
            status.add(sys.memory().getInt(vector + 12));
        });
        machine.run();

        assertEquals(List.of(0, 0x1111, 0x2222), status);
    }

    private static int vector(Syslib sys, int pairs) {
        int address = sys.allocate(pairs * PortIo.PAIR_BYTES);
        for (int i = 0; i < pairs; i++) {
            sys.memory().putInt(address + i * PortIo.PAIR_BYTES, PORT);
        }
        return address;
    }

    @Test
    void vectorsThatAreEmptyTooLongOrNotThereAreRefused() {
        driver.runs(sys -> {
            int bytes = PortIo.OUTPUT | PortIo.BYTE;
            int vector = vector(sys, 17);
            status.add(sys.status(new Vdevio(bytes, vector, 0)));
            status.add(sys.status(new Vdevio(bytes, vector, 17)));
            status.add(sys.status(new Vdevio(PortIo.OUTPUT | PortIo.LONG, vector, 9)));
            status.add(sys.status(new Vdevio(bytes, 0, 1)));
            status.add(sys.status(new Vdevio(PortIo.OUTPUT, vector, 1)));
            status.add(sys.status(new Vdevio(bytes, vector, 16)));
        });
        machine.run();

        int tooBig = Errno.E2BIG.status();
        assertEquals(List.of(EINVAL, tooBig, tooBig, Errno.EFAULT.status(), EINVAL, 0), status);
        assertEquals(16, device.writes.size());
    }

    // ---- Strings

    @Test
    void stringMovesBetweenAPortAndOwnMemory() {
        driver.runs(sys -> {
            int buffer = sys.allocate(8);
            status.add(sys.insw(PORT, buffer, 4));
            status.add(sys.memory().getInt(buffer));
            int out = PortIo.OUTPUT | PortIo.BYTE;
            status.add(sys.status(new Sdevio(out, PORT, Endpoint.SELF, buffer, 2, 0)));
        });
        machine.run();

        assertEquals(List.of(0, 0x2222_1111, 0), status);
        assertEquals(List.of("500=11/1", "500=11/1"), device.writes);
        assertEquals(2, machine.events(PortAccessed.class).getFirst().count());
    }

    @Test
    void stringOfAForeignPortOrIntoNoMemoryIsRefused() {
        driver.runs(sys -> {
            int buffer = sys.allocate(8);
            status.add(sys.insw(PORT + 8, buffer, 4));
            status.add(sys.insw(PORT, 0, 4));
            status.add(sys.insw(PORT, buffer, 3));
            status.add(sys.insw(PORT, buffer, -2));
            int wide = PortIo.INPUT | PortIo.LONG;
            status.add(sys.status(new Sdevio(wide, PORT, Endpoint.SELF, buffer, 4, 0)));
        });
        machine.run();

        assertEquals(List.of(EPERM, Errno.EFAULT.status(), EINVAL, EINVAL, EINVAL), status);
        assertEquals(0, device.reads);
    }

    @Test
    void stringWithForeignMemoryTakesAGrant() {
        Member other = machine.service("other");
        driver.runs(sys -> {
            for (Endpoint owner : List.of(other.endpoint(), Endpoint.NONE, driver.endpoint())) {
                int request = PortIo.OUTPUT | PortIo.BYTE;
                status.add(sys.status(new Sdevio(request, PORT, owner, 0x2000, 1, 0)));
            }
        });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, 0), status);
        assertEquals(List.of("500=0/1"), device.writes);
        assertEquals(Rule.GRANT_NEEDED, machine.events(KernelCallRefused.class).getFirst().rule());
    }

    @Test
    void stringsThatMakeNoSenseAreInvalid() {
        driver.runs(sys -> {
            int in = PortIo.INPUT;
            Endpoint self = Endpoint.SELF;
            status.add(sys.status(new Sdevio(in, PORT, self, 0x2000, 2, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.LONG, PORT, self, 0x2000, 4, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.WORD, PORT, self, 0x2000, 3, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.WORD, PORT, self, 0x2000, -2, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.BYTE, -1, self, 0x2000, 2, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.BYTE, 0x10000, self, 0x2000, 2, 0)));
            int tooMuch = Integer.MAX_VALUE;
            status.add(sys.status(new Sdevio(in | PortIo.BYTE, PORT, self, 0x2000, tooMuch, 0)));
            status.add(sys.status(new Sdevio(in | PortIo.WORD, PORT, self, 0x2000, 0, 0)));
        });
        machine.run();

        int invalid = Errno.EINVAL.status();
        assertEquals(
                List.of(invalid, invalid, invalid, invalid, invalid, invalid, invalid, 0), status);
        assertEquals(0, device.reads);
    }

    @Test
    void stringGoesStraightIntoAGrant() {
        Member client = machine.service("client").scheduled(6, 200);
        List<Integer> memory = new ArrayList<>();
        client.runs(sys -> {
            int buffer = sys.allocate(8);
            int grant = sys.grants().direct(driver.endpoint(), buffer, 8, GrantTable.WRITE);
            sys.call(driver.endpoint(), new Ping(grant));
            memory.add(sys.memory().getInt(buffer));
            memory.add(sys.memory().getInt(buffer + 4));
        });
        driver.runs(sys -> {
            int grant = ((Ping) sys.receive().message()).number();
            status.add(sys.safeInsw(PORT, client.endpoint(), grant, 4, 4));
            status.add(sys.safeInsw(PORT, client.endpoint(), grant, 6, 4));
            status.add(sys.safeOutsw(PORT, client.endpoint(), grant, 0, 4));
            sys.reply(client.endpoint(), new Ping(0));
        });
        machine.run();

        assertEquals(List.of(0, EPERM, EPERM), status);
        assertEquals(List.of(0, 0x2222_1111), memory);
        assertTrue(device.writes.isEmpty());
        GrantUsed used = machine.events(GrantUsed.class).getFirst();
        assertEquals(4, used.bytes());
        assertTrue(used.write());
    }
}
