package ring3.components.drivers.atwini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.drivers.DriverBench;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevClose;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.hardware.Computer;
import ring3.hardware.DiskImage;
import ring3.hardware.DiskTiming;
import ring3.hardware.MemoryImage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.Message;

/// The driver against the real register model of the disk: both were written from the data sheet.
class AtWiniTest {
    private static final Endpoint CLIENT = Endpoint.MFS;
    private static final int SECTOR = 512;
    private static final int SECTORS = 600;
    private static final int SECOND_DRIVE = 5;
    private static final int GRANT = 0x100;

    private final byte[] disk = pattern(SECTORS * SECTOR);
    private @Nullable DriverBench bench;

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / SECTOR);
        }
        return bytes;
    }

    private static Computer computer(@Nullable DiskImage drive0, @Nullable DiskImage drive1) {
        return new Computer(1 << 20, drive0, drive1, DiskTiming.DEFAULT);
    }

    private DriverBench start(Computer computer) {
        var started = new DriverBench(computer, new AtWini(), 1);
        bench = started;
        return started;
    }

    /// A driver with one drive, which is open.
    private DriverBench open() {
        DriverBench started = start(computer(new MemoryImage(disk), null));
        assertEquals(0, status(started, new BdevOpen(0, Bdev.READ | Bdev.WRITE)));
        return started;
    }

    @AfterEach
    void end() {
        if (bench != null) {
            bench.close();
        }
    }

    private static int status(DriverBench bench, Message request) {
        return bench.ask(CLIENT, request) instanceof BdevReply reply ? reply.status() : 1;
    }

    private static int read(DriverBench bench, long position, int count) {
        return status(bench, new BdevRead(0, position, count, GRANT, 0, 7));
    }

    private static int write(DriverBench bench, long position, int count) {
        return status(bench, new BdevWrite(0, position, count, GRANT, 0, 7));
    }

    private byte[] memory(DriverBench bench, int count) {
        byte[] bytes = new byte[count];
        bench.memoryOf(CLIENT).get(GRANT, bytes, 0, count);
        return bytes;
    }

    private byte[] onDisk(int position, int count) {
        return Arrays.copyOfRange(disk, position, position + count);
    }

    @Test
    void readsSectorsStraightIntoTheGrant() {
        DriverBench bench = open();

        assertEquals(3 * SECTOR, read(bench, 5 * SECTOR, 3 * SECTOR));
        assertArrayEquals(onDisk(5 * SECTOR, 3 * SECTOR), memory(bench, 3 * SECTOR));
    }

    @Test
    void writesTheGrantOntoTheDisk() {
        DriverBench bench = open();
        byte[] expected = disk.clone();
        Arrays.fill(expected, 40 * SECTOR, 44 * SECTOR, (byte) 'w');
        bench.memoryOf(CLIENT).fill(GRANT, 4 * SECTOR, 'w');

        assertEquals(4 * SECTOR, write(bench, 40 * SECTOR, 4 * SECTOR));
        assertArrayEquals(expected, disk);
    }

    @Test
    void aTransferOfMoreThan256SectorsTakesSeveralCommands() {
        DriverBench bench = open();
        bench.traps().forget();

        assertEquals(300 * SECTOR, read(bench, 0, 300 * SECTOR));
        assertArrayEquals(onDisk(0, 300 * SECTOR), memory(bench, 300 * SECTOR));
        assertEquals(2, bench.traps().requests(Vdevio.class).size());
    }

    @Test
    void aReadIsCutAtTheEndOfTheDriveAndEmptyBehindIt() {
        DriverBench bench = open();

        assertEquals(SECTOR, read(bench, (SECTORS - 1) * SECTOR, 4 * SECTOR));
        assertEquals(0, read(bench, SECTORS * SECTOR, SECTOR));
        assertEquals(0, read(bench, 1L << 40, SECTOR));
    }

    @Test
    void onlyWholeSectorsCanBeMoved() {
        DriverBench bench = open();
        bench.traps().forget();

        assertEquals(Errno.EINVAL.status(), read(bench, 1, SECTOR));
        assertEquals(Errno.EINVAL.status(), read(bench, 0, SECTOR + 1));
        assertEquals(Errno.EINVAL.status(), read(bench, -SECTOR, SECTOR));
        assertEquals(Errno.EINVAL.status(), write(bench, 0, -SECTOR));
        assertTrue(bench.traps().requests(Vdevio.class).isEmpty());
    }

    @Test
    void eachDriveHasItsOwnContents() {
        byte[] other = pattern(2 * SECTOR);
        Arrays.fill(other, (byte) 'x');
        DriverBench bench = start(computer(new MemoryImage(disk), new MemoryImage(other)));

        assertEquals(0, status(bench, new BdevOpen(SECOND_DRIVE, Bdev.READ)));
        assertEquals(
                2 * SECTOR, status(bench, new BdevRead(SECOND_DRIVE, 0, 4 * SECTOR, GRANT, 0, 1)));
        assertArrayEquals(other, memory(bench, 2 * SECTOR));
        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        assertEquals(SECTOR, read(bench, 0, SECTOR));
        assertArrayEquals(onDisk(0, SECTOR), memory(bench, SECTOR));
    }

    @Test
    void aDriveThatIsNotThereCannotBeOpened() {
        DriverBench bench = open();

        assertEquals(Errno.ENXIO.status(), status(bench, new BdevOpen(SECOND_DRIVE, Bdev.READ)));
        assertEquals(SECTOR, read(bench, 0, SECTOR));
    }

    @Test
    void withoutAnyDriveNothingCanBeOpened() {
        DriverBench bench = start(computer(null, null));

        assertEquals(Errno.ENXIO.status(), status(bench, new BdevOpen(0, Bdev.READ)));
    }

    @Test
    void partitionsAndStrangeMinorsCannotBeOpened() {
        DriverBench bench = start(computer(new MemoryImage(disk), null));

        for (int minor : new int[] {1, 4, 10, 128, -5}) {
            assertEquals(Errno.ENXIO.status(), status(bench, new BdevOpen(minor, Bdev.READ)));
        }
    }

    @Test
    void aMinorMustBeOpenedSinceTheDriverStarted() {
        DriverBench bench = start(computer(new MemoryImage(disk), null));

        assertEquals(Errno.ERESTART.status(), read(bench, 0, SECTOR));
        assertEquals(
                Errno.ERESTART.status(), status(bench, new BdevIoctl(0, Bdev.GET_SIZE, GRANT)));
        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        assertEquals(SECTOR, read(bench, 0, SECTOR));
        assertEquals(0, status(bench, new BdevClose(0)));
    }

    @Test
    void tellsTheSizeInBytes() {
        DriverBench bench = open();

        assertEquals(0, status(bench, new BdevIoctl(0, Bdev.GET_SIZE, GRANT)));
        assertEquals(SECTORS * SECTOR, bench.memoryOf(CLIENT).getLong(GRANT));
        assertEquals(Errno.ENOTTY.status(), status(bench, new BdevIoctl(0, 99, GRANT)));
    }

    @Test
    void anAnswerNamesItsRequest() {
        DriverBench bench = open();

        assertEquals(
                new BdevReply(SECTOR, 42),
                bench.ask(CLIENT, new BdevRead(0, 0, SECTOR, GRANT, 0, 42)));
    }

    @Test
    void aGrantThatDoesNotWorkFailsItsRequestOnly() {
        DriverBench bench = open();

        assertEquals(Errno.EPERM.status(), status(bench, new BdevRead(0, 0, SECTOR, -1, 0, 1)));
        assertEquals(SECTOR, read(bench, SECTOR, SECTOR));
        assertArrayEquals(onDisk(SECTOR, SECTOR), memory(bench, SECTOR));
    }

    @Test
    void aPortThatTheKernelRefusesEndsTheDriver() {
        DriverBench bench = open();
        bench.refuse(0x1f3);

        read(bench, 0, SECTOR);

        assertTrue(bench.process().ended());
        assertEquals("panic: sys_voutb failed: EPERM", bench.traps().printed().getLast());
    }

    @Test
    void theNextDriverGoesOnWhereOneDiedInTheMidstOfATransfer() {
        Computer computer = computer(new MemoryImage(disk), null);
        // The last command of the dead one: the drive now holds data that nobody takes.
        for (int[] pair : new int[][] {{0x1f6, 0xe0}, {0x1f2, 4}, {0x1f3, 9}, {0x1f7, 0x20}}) {
            computer.bus().out(pair[0], pair[1], 1);
        }
        computer.clock().advanceTo(1_000_000_000);
        computer.clock().runDue();
        DriverBench bench = start(computer);

        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        assertEquals(2 * SECTOR, read(bench, 3 * SECTOR, 2 * SECTOR));
        assertArrayEquals(onDisk(3 * SECTOR, 2 * SECTOR), memory(bench, 2 * SECTOR));
    }

    @Test
    void theNextDriverWaitsForADriveThatIsStillBusyForTheLast() {
        Computer computer = computer(new MemoryImage(disk), null);
        for (int[] pair : new int[][] {{0x1f6, 0xf0}, {0x1f6, 0xe0}, {0x1f2, 1}, {0x1f7, 0x20}}) {
            computer.bus().out(pair[0], pair[1], 1);
        }
        DriverBench bench = start(computer);

        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        assertEquals(SECTOR, read(bench, 3 * SECTOR, SECTOR));
        assertArrayEquals(onDisk(3 * SECTOR, SECTOR), memory(bench, SECTOR));
    }

    @Test
    void theNextDriverEndsAResetInWhichOneDied() {
        Computer computer = computer(new MemoryImage(disk), null);
        computer.bus().out(0x3f6, 0x04, 1);
        DriverBench bench = start(computer);

        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        assertEquals(SECTOR, read(bench, 3 * SECTOR, SECTOR));
        assertArrayEquals(onDisk(3 * SECTOR, SECTOR), memory(bench, SECTOR));
    }

    @Test
    void heartbeatsAreAnsweredWhileTheDiskWorksAndRequestsWaitTheirTurn() {
        DriverBench bench = open();
        Endpoint other = Endpoint.VFS;
        bench.traps().forget();
        bench.process().deliver(CLIENT, new BdevRead(0, 0, SECTOR, GRANT, 0, 1));
        bench.traps().deliverNotify(Endpoint.RS, 0, 0);
        bench.process().deliver(other, new BdevRead(0, SECTOR, SECTOR, GRANT, 0, 2));

        assertEquals(1, bench.traps().sentTo(Endpoint.RS).size());
        assertTrue(bench.traps().sentTo(CLIENT).isEmpty());

        bench.settle();

        assertEquals(new BdevReply(SECTOR, 1), bench.traps().sentTo(CLIENT).getLast());
        assertEquals(new BdevReply(SECTOR, 2), bench.traps().sentTo(other).getLast());
    }

    @Test
    void aLostInterruptCostsTimeButNoData() {
        DriverBench bench = open();
        bench.settle();
        bench.process().deliver(CLIENT, new BdevRead(0, 0, SECTOR, GRANT, 0, 1));
        bench.loseInterrupt();

        while (bench.traps().sentTo(CLIENT).size() < 2) {
            bench.passTime();
        }

        assertEquals(new BdevReply(SECTOR, 1), bench.traps().sentTo(CLIENT).getLast());
        assertArrayEquals(onDisk(0, SECTOR), memory(bench, SECTOR));
        assertTrue(bench.ticks() >= 32 * 60, "the alarm of 32 s woke the driver up");
    }

    @Test
    void aSectorThatCannotBeFoundIsTriedFourTimesAndThenGivenUp() {
        var image = new ShrinkingImage(disk);
        DriverBench bench = start(computer(image, null));
        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        image.sectors = 50;
        bench.traps().forget();

        assertEquals(Errno.EIO.status(), read(bench, 48 * SECTOR, 4 * SECTOR));
        assertEquals(2, bench.traps().requests(Sdevio.class).size(), "good sectors come once");
        assertEquals(4, bench.traps().requests(Vdevio.class).size());
        assertEquals(4, resets(bench), "after each failure the drives begin anew");
        assertEquals(2 * SECTOR, read(bench, 48 * SECTOR, 2 * SECTOR));
    }

    private static long resets(DriverBench bench) {
        return bench.traps().requests(Devio.class).stream()
                .filter(call -> call.port() == 0x3f6 && call.value() == 0x04)
                .count();
    }

    @Test
    void aSectorThatIsFoundAtTheSecondTryIsAsGoodAsAnyOther() {
        var image = new ShrinkingImage(disk);
        DriverBench bench = start(computer(image, null));
        assertEquals(0, status(bench, new BdevOpen(0, Bdev.READ)));
        image.sectors = 50;
        bench.process().deliver(CLIENT, new BdevRead(0, 49 * SECTOR, 2 * SECTOR, GRANT, 0, 1));
        while (bench.traps().requests(Vdevio.class).size() < 3) {
            bench.passTime();
        }
        image.sectors = SECTORS;

        bench.settle();

        assertEquals(new BdevReply(2 * SECTOR, 1), bench.traps().sentTo(CLIENT).getLast());
        assertArrayEquals(onDisk(49 * SECTOR, 2 * SECTOR), memory(bench, 2 * SECTOR));
    }

    /// A disk that loses sectors while it runs.
    private static final class ShrinkingImage implements DiskImage {
        private final DiskImage whole;
        private int sectors = SECTORS;

        private ShrinkingImage(byte[] bytes) {
            whole = new MemoryImage(bytes);
        }

        @Override
        public long sectors() {
            return sectors;
        }

        @Override
        public void read(long sector, byte[] into, int offset) {
            whole.read(sector, into, offset);
        }

        @Override
        public void write(long sector, byte[] from, int offset) {
            whole.write(sector, from, offset);
        }
    }
}
