package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.hardware.AddressSpace;
import ring3.hardware.DmaDevice;
import ring3.hardware.MemoryImage;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Umap;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.PortIo;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Syslib;

/// SYS_UMAP and the IOMMU: a driver learns where memory lies and its device may reach it there, for
/// as long as the memory is what it was.
class DmaTest {
    private static final int PAGE = 0x1000;
    private static final int BUFFER = 0x3000;
    private static final int HIGH = 0x40_0000;
    private static final int MASTER = 0xc000;
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int EFAULT = Errno.EFAULT.status();
    private static final int EPERM = Errno.EPERM.status();

    private final byte[] platters = new byte[16 * 512];
    private final TestMachine machine = new TestMachine(4 << 20, new MemoryImage(platters));
    private final Member driver = machine.service("driver");
    private final Member client =
            machine.service("client").scheduled(6, 200).rights(Rights.ALL.ports());
    private final List<Integer> status = new ArrayList<>();
    private int at;
    private int grant;

    DmaTest() {
        Range disk = new Range(0x1f0, 0x1f7);
        driver.rights(
                Rights.ALL.ports(disk, new Range(0x3f6, 0x3f6), new Range(MASTER, MASTER + 7)));
    }

    private static Umap own(int address, int bytes, boolean write) {
        return new Umap(Endpoint.SELF, Umap.VIRTUAL, address, 0, bytes, write);
    }

    private Umap granted(int offset, int bytes, boolean write) {
        return new Umap(client.endpoint(), Umap.GRANT, grant, offset, bytes, write);
    }

    /// Whether the disk may reach the frame `pages` behind the one that `at` is in.
    private boolean admits(int pages, boolean write) {
        return machine.computer().iommu().admits(DmaDevice.ATA, (at >> 12) + pages, write);
    }

    @Test
    void driverLearnsThePhysicalAddressAndItsDeviceMayWriteThere() {
        driver.runs(sys -> {
            at = (int) sys.value(own(BUFFER + 0x10, 0x20, true));
            sys.memory().putInt(BUFFER + 0x10, 77);
        });
        machine.run();

        assertEquals(0x10, at & PAGE - 1);
        assertEquals(77, machine.computer().memory().read(at, 1));
        assertTrue(admits(0, true));
        assertFalse(admits(1, false));
        assertFalse(admits(-1, false));
        assertFalse(machine.computer().iommu().admits(DmaDevice.SOUND, at >> 12, false));
    }

    @Test
    void deviceThatShallOnlyReadMayNotWrite() {
        driver.runs(sys -> at = (int) sys.value(own(BUFFER, PAGE, false)));
        machine.run();

        assertTrue(admits(0, false));
        assertFalse(admits(0, true));
        assertFalse(admits(1, false));
    }

    @Test
    void everyPageOfARangeIsOpenedAndNoOther() {
        driver.runs(sys -> at = (int) sys.value(own(BUFFER + PAGE - 1, PAGE + 2, true)));
        machine.run();

        assertTrue(admits(0, true));
        assertTrue(admits(1, true));
        assertTrue(admits(2, true));
        assertFalse(admits(3, true));
        assertFalse(admits(-1, true));
    }

    @Test
    void driverOfAnotherDeviceOpensNothingToThisOne() {
        driver.rights(Rights.ALL.ports(new Range(0x220, 0x22f)));
        driver.runs(sys -> at = (int) sys.value(own(BUFFER, 4, true)));
        machine.run();

        assertFalse(admits(0, false));
        assertTrue(machine.computer().iommu().admits(DmaDevice.SOUND, at >> 12, true));
    }

    private void clientGrants(int access) {
        client.runs(sys -> {
            sys.memory().putByte(BUFFER + 4, 66);
            grant = sys.grants().direct(driver.endpoint(), BUFFER, 2 * PAGE, access);
        });
    }

    @Test
    void memoryThatWasGrantedIsOpenedToo() {
        clientGrants(GrantTable.READ | GrantTable.WRITE);
        driver.runs(sys -> at = (int) sys.value(granted(4, PAGE, true)));
        machine.run();

        assertEquals(66, machine.computer().memory().read(at, 1));
        assertTrue(admits(0, true));
        assertTrue(admits(1, true));
        assertFalse(admits(2, true));
    }

    @Test
    void grantIsOpenedInItsOwnTermsOnly() {
        clientGrants(GrantTable.READ);
        driver.runs(sys -> {
            at = (int) sys.value(granted(0, 8, false));
            status.add(sys.status(granted(0, 8, true)));
            status.add(sys.status(granted(0, 2 * PAGE + 1, false)));
            status.add(sys.status(granted(2 * PAGE, 1, false)));
        });
        machine.run();

        assertEquals(List.of(EPERM, EPERM, EPERM), status);
        assertTrue(admits(0, false));
        assertFalse(admits(0, true));
        assertFalse(admits(1, false));
    }

    @Test
    void requestsThatMakeNoSenseOpenNothing() {
        driver.runs(sys -> {
            at = sys.startup().heapEnd();
            status.add(sys.status(own(BUFFER, 0, false)));
            status.add(sys.status(own(BUFFER, -1, false)));
            status.add(sys.status(own(BUFFER, AddressSpace.END + 1, false)));
            status.add(sys.status(own(BUFFER, AddressSpace.END, false)));
            status.add(sys.status(new Umap(Endpoint.SELF, 2, BUFFER, 0, 4, false)));
            status.add(sys.status(own(at - 2, 4, false)));
            status.add(sys.status(own(HIGH, 4, false)));
        });
        machine.run();

        assertEquals(List.of(EINVAL, EINVAL, EINVAL, EFAULT, EINVAL, EFAULT, EFAULT), status);
        for (int frame = 0; frame < machine.computer().memory().frames(); frame++) {
            assertFalse(machine.computer().iommu().admits(DmaDevice.ATA, frame, false));
        }
    }

    private static Vmctl map(int address, int frame, boolean write) {
        return new Vmctl(Endpoint.SELF, Vmctl.MAP, address, frame, 1, write ? 1 : 0);
    }

    @Test
    void memoryInTwoPiecesHasNoOneAddress() {
        driver.runs(sys -> {
            must(sys, map(HIGH, 0x200, true));
            must(sys, map(HIGH + PAGE, 0x202, true));
            must(sys, map(HIGH + 2 * PAGE, 0x203, false));
            status.add(sys.status(own(HIGH + PAGE - 1, 2, false)));
            status.add((int) sys.value(own(HIGH + PAGE, 2 * PAGE, false)));
            status.add(sys.status(own(HIGH + PAGE, 2 * PAGE, true)));
        });
        machine.run();

        assertEquals(List.of(EFAULT, 0x202000, EFAULT), status);
        assertEquals(
                Rule.NOT_CONTIGUOUS, machine.events(KernelCallRefused.class).getFirst().rule());
    }

    // ---- What was opened is closed again

    private void opensTwoPagesThen(java.util.function.Consumer<Syslib> more) {
        driver.runs(sys -> {
            must(sys, map(HIGH, 0x200, true));
            must(sys, map(HIGH + PAGE, 0x201, true));
            at = (int) sys.value(own(HIGH, 2 * PAGE, true));
            more.accept(sys);
        });
        machine.run();
        assertEquals(0x200000, at);
    }

    @Test
    void pageThatIsTakenAwayIsClosed() {
        opensTwoPagesThen(
                sys -> must(sys, new Vmctl(Endpoint.SELF, Vmctl.UNMAP, HIGH + PAGE, 0, 1, 0)));

        assertTrue(admits(0, true));
        assertFalse(admits(1, false));
    }

    @Test
    void pageThatIsReplacedIsClosedAndOneThatStaysIsNot() {
        opensTwoPagesThen(sys -> {
            must(sys, map(HIGH, 0x202, true));
            must(sys, map(HIGH + PAGE, 0x201, false));
        });

        assertFalse(admits(0, false));
        assertTrue(admits(1, true));
    }

    @Test
    void deathOfTheDriverClosesAll() {
        client.runs(sys -> {
            pause(sys, 1);
            assertTrue(admits(0, true));
            must(sys, new Clear(driver.endpoint()));
        });
        opensTwoPagesThen(_ -> {});
        machine.run(TestMachine.TICK);

        assertFalse(admits(0, false));
        assertFalse(admits(1, false));
    }

    @Test
    void deathOfTheDriverClosesWhatOthersHadGrantedItToo() {
        clientGrants(GrantTable.READ | GrantTable.WRITE);
        driver.runs(sys -> at = (int) sys.value(granted(0, 8, true)));
        machine.rs(sys -> {
            pause(sys, 1);
            assertTrue(admits(0, true));
            must(sys, new Clear(driver.endpoint()));
        });
        machine.run(2 * TestMachine.TICK);

        assertFalse(admits(0, false));
    }

    @Test
    void deathOfAnotherClosesNothing() {
        Member other = machine.service("other").rights(Rights.ALL.ports());
        opensTwoPagesThen(_ -> {});
        machine.rs(sys -> must(sys, new Clear(other.endpoint())));

        assertTrue(admits(0, true));
    }

    @Test
    void memoryOfOneWhoDiesIsClosedToTheDriversItHadGrantedItTo() {
        clientGrants(GrantTable.READ | GrantTable.WRITE);
        driver.runs(sys -> {
            at = (int) sys.value(granted(0, 8, true));
            assertTrue(admits(0, true));
            must(sys, new Clear(client.endpoint()));
        });
        machine.run();

        assertFalse(admits(0, false));
    }

    // ---- The disk itself

    /// Reads sector 1 to `buffer` by a one-entry table at BUFFER, and looks at the first byte.
    private void reads(Syslib sys, int buffer, boolean opened) {
        sys.memory().putInt(BUFFER, (int) sys.value(own(HIGH, 512, false)));
        if (opened) {
            must(sys, own(HIGH, 512, true));
        }
        sys.memory().putInt(BUFFER + 4, 0x8000_0000 | 512);
        final int table = (int) sys.value(own(BUFFER, 8, false));
        must(sys, new Devio(PortIo.OUTPUT | PortIo.LONG, MASTER + 4, table));
        sys.voutb(0x1f6, 0xe0, 0x1f2, 1, 0x1f3, 1, 0x1f4, 0, 0x1f5, 0, 0x1f7, 0xc8);
        sys.outb(MASTER, 0x09);
        pause(sys, 10);
        status.add(sys.inb(MASTER + 2) & 7);
        status.add(sys.memory().getByte(buffer));
    }

    @Test
    void diskReachesMemoryThatWasOpenedToIt() {
        platters[512] = 42;
        driver.runs(sys -> {
            must(sys, map(HIGH, 0x200, true));
            reads(sys, HIGH, true);
        });
        machine.run(12 * TestMachine.TICK);

        assertEquals(List.of(4, 42), status);
        assertTrue(machine.events(DmaRefused.class).isEmpty());
    }

    @Test
    void diskIsHeldBackFromMemoryThatWasNot() {
        platters[512] = 42;
        driver.runs(sys -> {
            must(sys, map(HIGH, 0x200, true));
            reads(sys, HIGH, false);
        });
        machine.run(12 * TestMachine.TICK);

        assertEquals(0, status.getLast());
        assertEquals(2, status.getFirst() & 2, "the error bit of the bus master");
        DmaRefused refused = machine.events(DmaRefused.class).getFirst();
        assertEquals("ATA", refused.device());
        assertEquals(0x200000, refused.address());
        assertTrue(refused.write());
        assertEquals(Endpoint.HARDWARE, refused.source());
    }

    @Test
    void withoutTheGuardTheDiskReachesEverything() {
        platters[512] = 42;
        machine.computer().iommu().setEnabled(false);
        driver.runs(sys -> {
            must(sys, map(HIGH, 0x200, true));
            reads(sys, HIGH, false);
        });
        machine.run(12 * TestMachine.TICK);

        assertEquals(List.of(4, 42), status);
    }
}
