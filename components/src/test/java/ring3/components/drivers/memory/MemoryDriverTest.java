package ring3.components.drivers.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Cdev.CdevWrite;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Ds.DsPublish;
import ring3.components.protocol.Rs.RsInitDone;
import ring3.components.protocol.Rs.RsInitLu;
import ring3.components.protocol.Rs.RsLuPrepare;
import ring3.components.protocol.Rs.RsLuReady;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Safecopyfrom;
import ring3.syslib.Message;
import ring3.syslib.Result;

class MemoryDriverTest {
    private static final Endpoint CLIENT = Endpoint.VFS;
    private static final Endpoint USER = Endpoint.of(30, 1);
    private static final Endpoint FORMER = Endpoint.of(40, 1);
    private static final int GRANT = 0x100;

    private final FakeTraps traps = new FakeTraps(Endpoint.MEM, 1200);
    private final ByteMemory buffer = traps.memoryOf(CLIENT);
    private final FakeProcess driver;

    MemoryDriverTest() {
        traps.answer(Endpoint.DS, _ -> Result.OK);
        driver = FakeProcess.service(traps, new MemoryDriver());
    }

    @AfterEach
    void end() {
        driver.close();
    }

    private Message ask(Message request) {
        driver.deliver(CLIENT, request);
        return traps.sentTo(CLIENT).getLast();
    }

    private void open(int minor) {
        assertEquals(new CdevReply(0, 1), ask(new CdevOpen(minor, 0, USER, 1)));
    }

    private Message write(int minor, int count) {
        return ask(new CdevWrite(minor, 0, GRANT, count, USER, 2, 0));
    }

    private Message read(int minor, int count) {
        return ask(new CdevRead(minor, 0, GRANT, count, USER, 2, 0));
    }

    @Test
    void isABlockDriverAndACharacterDriverInOne() {
        long published =
                traps.askedOf(Endpoint.DS).stream().filter(DsPublish.class::isInstance).count();

        assertEquals(2, published);
    }

    @Test
    void theRamDiskKeepsWhatIsWritten() {
        assertEquals(new BdevReply(0, 0), ask(new BdevOpen(0, Bdev.READ | Bdev.WRITE)));
        buffer.putText(GRANT, "persistent");

        assertEquals(new BdevReply(10, 7), ask(new BdevWrite(0, 5000, 10, GRANT, 0, 7)));
        buffer.fill(GRANT, 10, 0);
        assertEquals(new BdevReply(10, 8), ask(new BdevRead(0, 5000, 10, GRANT, 0, 8)));
        assertEquals("persistent", buffer.text(GRANT, 10));
    }

    @Test
    void theRamDiskEndsWhereItsSizeSays() {
        ask(new BdevOpen(0, Bdev.READ));

        assertEquals(new BdevReply(0, 0), ask(new BdevIoctl(0, Bdev.GET_SIZE, GRANT)));
        long size = buffer.getLong(GRANT);
        assertEquals(new BdevReply(4, 1), ask(new BdevRead(0, size - 4, 10, GRANT, 0, 1)));
        assertEquals(new BdevReply(0, 1), ask(new BdevRead(0, size, 10, GRANT, 0, 1)));
        assertEquals(new BdevReply(0, 1), ask(new BdevWrite(0, 1L << 40, 10, GRANT, 0, 1)));
    }

    @Test
    void theRamDiskMustBeOpenedFirstAndIsTheOnlyBlockDevice() {
        assertEquals(
                new BdevReply(Errno.ERESTART.status(), 1),
                ask(new BdevRead(0, 0, 10, GRANT, 0, 1)));
        assertEquals(new BdevReply(Errno.ENXIO.status(), 0), ask(new BdevOpen(3, Bdev.READ)));
    }

    @Test
    void theNullDeviceTakesEverythingAndGivesNothing() {
        open(Devices.NULL_MINOR);

        assertEquals(new CdevReply(100_000, 2), write(Devices.NULL_MINOR, 100_000));
        assertEquals(new CdevReply(0, 2), read(Devices.NULL_MINOR, 100));
    }

    @Test
    void theZeroDeviceGivesZerosWithoutEnd() {
        open(Devices.ZERO_MINOR);
        buffer.fill(GRANT, 10_001, 'x');

        assertEquals(new CdevReply(10_000, 2), read(Devices.ZERO_MINOR, 10_000));
        assertEquals("\0".repeat(10_000) + "x", buffer.text(GRANT, 10_001));
        assertEquals(new CdevReply(100, 2), write(Devices.ZERO_MINOR, 100));
    }

    @Test
    void aGrantThatDoesNotWorkIsReported() {
        open(Devices.ZERO_MINOR);

        assertEquals(
                new CdevReply(Errno.EFAULT.status(), 2),
                ask(new CdevRead(Devices.ZERO_MINOR, 0, -1, 100, USER, 2, 0)));
        assertEquals(new CdevReply(Errno.EINVAL.status(), 2), read(Devices.ZERO_MINOR, -1));
    }

    @Test
    void otherMinorsCannotBeOpened() {
        for (int minor : new int[] {-1, 0, 1, 9}) {
            assertEquals(
                    new CdevReply(Errno.ENXIO.status(), 1), ask(new CdevOpen(minor, 0, USER, 1)));
        }
        assertFalse(driver.ended());
    }

    // ---- Live update

    /// Takes what the driver granted to its successor, and gives it to one.
    private FakeTraps successor() {
        driver.deliver(Endpoint.RS, new RsLuPrepare());
        RsLuReady ready = (RsLuReady) traps.askedOf(Endpoint.RS).getLast();
        byte[] state = new byte[ready.bytes()];
        traps.memory().get(traps.granted(ready.grant()), state, 0, state.length);
        FakeTraps next = new FakeTraps(Endpoint.MEM, 1200).answer(Endpoint.DS, _ -> Result.OK);
        next.answer(
                Safecopyfrom.class,
                copy -> {
                    if (!copy.granter().equals(FORMER)) {
                        return null;
                    }
                    next.memory().put(copy.address(), state, copy.offset(), copy.bytes());
                    return KernelReply.Status.OK;
                });
        return next.deliver(Endpoint.RS, new RsInitLu(2, FORMER, 1, state.length));
    }

    @Test
    void theNextProgramFindsTheRamDiskAndTheOpenDevices() {
        open(Devices.NULL_MINOR);
        ask(new BdevOpen(Devices.RAM_MINOR, Bdev.READ));
        buffer.putText(GRANT, "kept");
        ask(new BdevWrite(Devices.RAM_MINOR, 5000, 4, GRANT, 0, 0));

        FakeTraps next = successor();
        try (FakeProcess process = new FakeProcess(next, new MemoryDriver())) {
            process.deliver(CLIENT, new BdevRead(Devices.RAM_MINOR, 5000, 4, GRANT, 0, 7));
            process.deliver(CLIENT, new CdevWrite(Devices.NULL_MINOR, 0, GRANT, 9, USER, 8, 0));
            process.deliver(CLIENT, new CdevWrite(Devices.ZERO_MINOR, 0, GRANT, 9, USER, 9, 0));
        }

        assertEquals(List.of(new BdevReply(4, 7), new CdevReply(9, 8)), next.sentTo(CLIENT));
        assertEquals("kept", next.memoryOf(CLIENT).text(GRANT, 4));
        assertEquals(List.of(), next.askedOf(Endpoint.DS));
    }

    @Test
    void aStateOfAnotherSizeIsRefused() {
        FakeTraps next = new FakeTraps(Endpoint.MEM, 1200);
        next.deliver(Endpoint.RS, new RsInitLu(2, FORMER, 1, 8));
        try (FakeProcess process = new FakeProcess(next, new MemoryDriver())) {
            assertTrue(process.ended());
        }

        assertEquals(List.of(new RsInitDone(Errno.EINVAL.status())), next.askedOf(Endpoint.RS));
    }
}
