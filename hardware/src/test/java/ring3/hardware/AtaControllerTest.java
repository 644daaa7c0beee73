package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AtaControllerTest {
    private static final int DATA = 0x1f0;
    private static final int ERROR = 0x1f1;
    private static final int COUNT = 0x1f2;
    private static final int SECTOR = 0x1f3;
    private static final int CYLINDER_LOW = 0x1f4;
    private static final int CYLINDER_HIGH = 0x1f5;
    private static final int DRIVE = 0x1f6;
    private static final int STATUS = 0x1f7;
    private static final int CONTROL = 0x3f6;

    private static final int READ = 0x20;
    private static final int WRITE = 0x30;
    private static final int IDENTIFY = 0xec;

    private static final int BUSY = 0x80;
    private static final int READY = 0x50;
    private static final int READY_WITH_DATA = 0x58;
    private static final int READY_WITH_ERROR = 0x51;
    private static final int DISK_VECTOR = 0x76;
    private static final int NO_INTERRUPT = -1;

    private static final int SECTORS = 20_000;

    private final byte[] platters = new byte[SECTORS * DiskImage.SECTOR_BYTES];
    private final Workbench bench = new Workbench(new MemoryImage(platters), null);

    AtaControllerTest() {
        for (int sector = 0; sector < SECTORS; sector++) {
            int start = sector * DiskImage.SECTOR_BYTES;
            Arrays.fill(platters, start, start + DiskImage.SECTOR_BYTES, (byte) (sector * 7));
            platters[start] = (byte) (sector >> 8);
        }
    }

    private void command(int code, int lba, int count) {
        bench.diskCommand(code, lba, count);
    }

    private byte[] takeSector() {
        var bytes = new byte[DiskImage.SECTOR_BYTES];
        for (int i = 0; i < bytes.length; i += 2) {
            int word = bench.computer.bus().in(DATA, 2);
            bytes[i] = (byte) word;
            bytes[i + 1] = (byte) (word >> 8);
        }
        return bytes;
    }

    private void giveSector(int value) {
        for (int i = 0; i < DiskImage.SECTOR_BYTES / 2; i++) {
            bench.computer.bus().out(DATA, value | (value << 8), 2);
        }
    }

    private byte[] onPlatters(int sector) {
        int start = sector * DiskImage.SECTOR_BYTES;
        return Arrays.copyOfRange(platters, start, start + DiskImage.SECTOR_BYTES);
    }

    private static byte[] sectorOf(int value) {
        var sector = new byte[DiskImage.SECTOR_BYTES];
        Arrays.fill(sector, (byte) value);
        return sector;
    }

    /// Waits without interrupts, as a driver does before it has hooked its line.
    private int poll() {
        while ((bench.in(CONTROL) & BUSY) != 0) {
            bench.pass(10_000);
        }
        return bench.in(STATUS);
    }

    private long timeToRead(int lba) {
        long begin = bench.now();
        command(READ, lba, 1);
        bench.awaitInterrupt();
        bench.in(STATUS);
        takeSector();
        return bench.now() - begin;
    }

    @Test
    void readIsBusyThenInterruptsForEachSectorAndNotAfterTheLast() {
        command(READ, 1000, 2);
        assertEquals(BUSY, bench.in(CONTROL));
        for (int sector = 1000; sector < 1002; sector++) {
            assertEquals(DISK_VECTOR, bench.awaitInterrupt());
            assertEquals(READY_WITH_DATA, bench.in(STATUS));
            assertArrayEquals(onPlatters(sector), takeSector());
        }

        assertEquals(READY, bench.in(STATUS));
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(2, bench.computer.disk().sectorsRead());
    }

    @Test
    void writeAsksForTheFirstSectorWithoutAnInterruptAndTellsEachThatIsDone() {
        command(WRITE, 50, 2);
        assertEquals(READY_WITH_DATA, poll());
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        giveSector(0xaa);
        assertEquals(BUSY, bench.in(CONTROL));
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY_WITH_DATA, bench.in(STATUS));
        giveSector(0xbb);
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());

        assertEquals(READY, bench.in(STATUS));
        assertArrayEquals(sectorOf(0xaa), onPlatters(50));
        assertArrayEquals(sectorOf(0xbb), onPlatters(51));
        assertEquals(2, bench.computer.disk().sectorsWritten());
    }

    @Test
    void aSectorHalfGivenIsNotWritten() {
        byte[] before = onPlatters(50);
        command(WRITE, 50, 1);
        poll();
        for (int i = 0; i < 255; i++) {
            bench.computer.bus().out(DATA, 0, 2);
        }
        bench.pass(1_000_000_000);

        assertArrayEquals(before, onPlatters(50));
        assertEquals(READY_WITH_DATA, bench.in(STATUS));
    }

    @Test
    void aCountOfZeroIsTwoHundredAndFiftySix() {
        command(READ, 0, 0);
        int sectors = 0;
        while (poll() == READY_WITH_DATA) {
            takeSector();
            sectors++;
        }

        assertEquals(256, sectors);
    }

    @Test
    void doubleWordsAndBytesMoveAsWell() {
        command(READ, 300, 1);
        poll();
        PortBus bus = bench.computer.bus();

        assertEquals(0x34343401, bus.in(DATA, 4));
        assertEquals(0x34, bus.in(DATA, 1));
        for (int i = 5; i < DiskImage.SECTOR_BYTES; i++) {
            bus.in(DATA, 1);
        }
        assertEquals(READY, bench.in(STATUS));
    }

    @Test
    void readingTheStatusTakesTheInterruptBackAndTheAlternateStatusDoesNot() {
        bench.out(0x21, 0xff);
        command(READ, 0, 1);
        bench.pass(1_000_000_000);
        assertEquals(READY_WITH_DATA, bench.in(CONTROL));
        assertEquals(0x40, bench.in(0xa0), "line 14 is requested");

        bench.in(STATUS);
        assertEquals(0, bench.in(0xa0));
    }

    @Test
    void withInterruptsSwitchedOffTheLineStaysLowUntilTheyAreOn() {
        bench.out(CONTROL, 0x02);
        command(READ, 0, 1);
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        bench.out(CONTROL, 0x00);
        assertEquals(DISK_VECTOR, bench.takeInterrupt());
    }

    @Test
    void identifyTellsGeometrySizeAndNames() {
        command(IDENTIFY, 0, 0);
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY_WITH_DATA, bench.in(STATUS));
        byte[] block = takeSector();
        assertEquals(READY, bench.in(STATUS));

        assertEquals(0, word(block, 0) & 0x8000, "an ATA drive");
        assertEquals(SECTORS / 16 / 63, word(block, 1));
        assertEquals(16, word(block, 3));
        assertEquals(63, word(block, 6));
        assertEquals(0x0300, word(block, 49), "LBA and DMA");
        assertEquals(0x0007, word(block, 63), "multiword DMA 0 to 2");
        assertEquals(0x0004, word(block, 53) & 0x0004, "word 88 is valid");
        assertEquals(0x0407, word(block, 88), "ultra DMA 0 to 2, of which 2 is selected");
        assertEquals(SECTORS, word(block, 60) | (word(block, 61) << 16));
        assertEquals("RING3 EMULATED DISK", text(block, 27, 20));
        assertEquals("R3-0000", text(block, 10, 10));
    }

    private static int word(byte[] block, int number) {
        return (block[2 * number] & 0xff) | ((block[2 * number + 1] & 0xff) << 8);
    }

    private static String text(byte[] block, int first, int words) {
        var letters = new byte[2 * words];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = block[2 * first + (i ^ 1)];
        }
        return new String(letters, StandardCharsets.US_ASCII).strip();
    }

    @Test
    void cylinderHeadAndSectorNameTheSameSectorsAsLba() {
        int lba = (5 * 16 + 3) * 63 + 62;
        bench.out(DRIVE, 0xa0 | 3);
        bench.out(COUNT, 2);
        bench.out(SECTOR, 63);
        bench.out(CYLINDER_LOW, 5, 5);
        bench.out(CYLINDER_HIGH, 0);
        bench.out(STATUS, READ);
        poll();
        assertArrayEquals(onPlatters(lba), takeSector());
        poll();

        assertEquals(1, bench.in(SECTOR), "the second is on the next track");
        assertEquals(0xa0 | 4, bench.in(DRIVE));
        assertArrayEquals(onPlatters(lba + 1), takeSector());
    }

    @Test
    void specifyChangesTheGeometry() {
        bench.out(DRIVE, 0xa0 | 3);
        bench.out(COUNT, 10);
        bench.out(STATUS, 0x91);
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY, bench.in(STATUS));

        bench.out(DRIVE, 0xa0 | 2);
        bench.out(COUNT, 1);
        bench.out(SECTOR, 4);
        bench.out(CYLINDER_LOW, 7);
        bench.out(CYLINDER_HIGH, 0);
        bench.out(STATUS, READ);
        poll();
        assertArrayEquals(onPlatters((7 * 4 + 2) * 10 + 3), takeSector());
    }

    @Test
    void sectorZeroOfATrackDoesNotExist() {
        bench.out(DRIVE, 0xa0);
        bench.out(COUNT, 1);
        bench.out(SECTOR, 0);
        bench.out(CYLINDER_LOW, 0);
        bench.out(CYLINDER_HIGH, 0);
        bench.out(STATUS, READ);

        assertEquals(READY_WITH_ERROR, poll());
        assertEquals(0x10, bench.in(ERROR));
    }

    @Test
    void anUnknownCommandIsAbortedWithAnInterrupt() {
        command(0x55, 0, 1);

        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY_WITH_ERROR, bench.in(STATUS));
        assertEquals(0x04, bench.in(ERROR));
    }

    @Test
    void theNextCommandForgetsTheError() {
        command(0x55, 0, 1);
        poll();
        command(READ, 0, 1);

        assertEquals(READY_WITH_DATA, poll());
        assertEquals(0, bench.in(ERROR));
        takeSector();
        assertEquals(READY, bench.in(STATUS));
    }

    @Test
    void aTransferOverTheEndDeliversTheSectorsThereAreThenFails() {
        command(READ, SECTORS - 1, 3);
        assertEquals(READY_WITH_DATA, poll());
        assertArrayEquals(onPlatters(SECTORS - 1), takeSector());

        assertEquals(READY_WITH_ERROR, poll());
        assertEquals(0x10, bench.in(ERROR));
        assertEquals(2, bench.in(COUNT), "sectors left");
        assertEquals(SECTORS & 0xff, bench.in(SECTOR), "the sector that is missing");
    }

    @Test
    void aWriteBehindTheEndAsksForNoData() {
        command(WRITE, SECTORS, 1);

        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY_WITH_ERROR, bench.in(STATUS));
        assertEquals(0x10, bench.in(ERROR));
        assertEquals(0, bench.computer.disk().sectorsWritten());
    }

    @Test
    void verifyRecalibrateAndFlushInterruptOnce() {
        for (int code : new int[] {0x40, 0x10, 0x1f, 0xe7}) {
            command(code, 5000, 8);
            assertEquals(DISK_VECTOR, bench.awaitInterrupt());
            assertEquals(READY, bench.in(STATUS));
            assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        }
    }

    @Test
    void verifyFindsTheEndOfTheDisk() {
        command(0x40, SECTORS - 4, 8);

        assertEquals(READY_WITH_ERROR, poll());
        assertEquals(0x10, bench.in(ERROR));
    }

    @Test
    void diagnosticsPassAndLeaveTheSignature() {
        command(0x90, 77, 9);

        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY, bench.in(STATUS));
        assertSignature();
    }

    private void assertSignature() {
        assertEquals(1, bench.in(ERROR));
        assertEquals(1, bench.in(COUNT));
        assertEquals(1, bench.in(SECTOR));
        assertEquals(0, bench.in(CYLINDER_LOW));
        assertEquals(0, bench.in(CYLINDER_HIGH));
    }

    @Test
    void softwareResetDropsTheCommandAndLeavesTheSignatureWithoutAnInterrupt() {
        command(READ, 5000, 1);
        bench.out(CONTROL, 0x04);
        bench.pass(1_000_000_000);
        assertEquals(BUSY, bench.in(STATUS), "as long as the bit is set");

        bench.out(CONTROL, 0x00);
        assertEquals(BUSY, bench.in(STATUS));
        bench.pass(500_000_000);
        assertEquals(READY, bench.in(CONTROL));
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertSignature();
    }

    @Test
    void aNewCommandTakesOverATransferThatADeadDriverLeftHalfDone() {
        command(READ, 10, 4);
        poll();
        bench.computer.bus().in(DATA, 2);

        command(READ, 2000, 1);
        poll();
        assertArrayEquals(onPlatters(2000), takeSector());
        assertEquals(READY, bench.in(STATUS));
    }

    @Test
    void aBusyDriveDoesNotListen() {
        command(READ, 10, 1);
        command(WRITE, 2000, 1);

        assertEquals(READY_WITH_DATA, poll());
        assertArrayEquals(onPlatters(10), takeSector());
    }

    @Test
    void anAbsentDriveReadsZeroAndIgnoresCommands() {
        bench.out(DRIVE, 0xf0);
        assertEquals(0, bench.in(STATUS));
        bench.out(STATUS, IDENTIFY);
        bench.pass(1_000_000_000);
        assertEquals(0, bench.in(STATUS));
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());

        bench.out(DRIVE, 0xe0);
        assertEquals(READY, bench.in(STATUS));
    }

    @Test
    void twoDrivesHaveTheirOwnSectors() {
        var second = new Workbench(new MemoryImage(new byte[512]), new MemoryImage(platters));
        second.out(DRIVE, 0xf0);
        second.out(COUNT, 1);
        second.out(SECTOR, 9);
        second.out(STATUS, READ);
        second.awaitInterrupt();

        assertEquals(READY_WITH_DATA, second.in(STATUS));
        assertEquals(onPlatters(9)[1] & 0xff, second.computer.bus().in(DATA, 4) >>> 24);
    }

    @Test
    void theDataPortFloatsWhenNoDataIsOffered() {
        assertEquals(0xffff, bench.computer.bus().in(DATA, 2));
        command(WRITE, 0, 1);
        poll();
        assertEquals(0xffff, bench.computer.bus().in(DATA, 2));
    }

    @Test
    void theTrackBufferMakesTheNextSectorsCheapAndDistanceCosts() {
        timeToRead(600);
        long next = timeToRead(601);
        long far = timeToRead(19_000);
        long near = timeToRead(18_000);

        assertEquals(45_600, next, "command and transfer only");
        assertTrue(near > 800_000, "a seek at least: " + near);
        assertTrue(far > near + 5_000_000, far + " against " + near);
        assertTrue(far < 25_000_000, "a full seek, half a turn and a transfer at most: " + far);
    }

    @Test
    void readingOnAcrossTracksStaysCheap() {
        timeToRead(1023);

        assertEquals(45_600, timeToRead(1024));
        assertNotEquals(45_600, timeToRead(2500));
    }

    @Test
    void writesThatFollowEachOtherCostTheirTransferOnly() {
        command(WRITE, 7000, 2);
        poll();
        giveSector(1);
        bench.awaitInterrupt();
        bench.in(STATUS);
        long begin = bench.now();
        giveSector(2);
        bench.awaitInterrupt();

        assertEquals(25_600, bench.now() - begin);
    }
}
