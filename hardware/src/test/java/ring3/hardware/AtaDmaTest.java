package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AtaDmaTest {
    private static final int ATA_ERROR = 0x1f1;
    private static final int ATA_COUNT = 0x1f2;
    private static final int ATA_STATUS = 0x1f7;
    private static final int ATA_CONTROL = 0x3f6;
    private static final int COMMAND = 0xc000;
    private static final int STATUS = 0xc002;
    private static final int TABLE = 0xc004;

    private static final int READ_DMA = 0xc8;
    private static final int WRITE_DMA = 0xca;
    private static final int START = 0x01;
    private static final int TO_MEMORY = 0x08;
    private static final int ACTIVE = 0x01;
    private static final int ERROR = 0x02;
    private static final int INTERRUPT = 0x04;
    private static final int CAPABLE = 0x20;

    private static final int READY = 0x50;
    private static final int READY_WITH_ERROR = 0x51;
    private static final int READY_TO_MOVE = 0x58;
    private static final int ABORTED = 0x04;
    private static final int DISK_VECTOR = 0x76;
    private static final int NO_INTERRUPT = -1;

    private static final int SECTOR = DiskImage.SECTOR_BYTES;
    private static final int SECTORS = 2_000;
    private static final int PRDS = 0x5000;
    private static final int LAST = 0x8000;

    private final byte[] platters = new byte[SECTORS * SECTOR];
    private final Workbench bench = new Workbench(new MemoryImage(platters), null);
    private final Iommu iommu = bench.computer.iommu();
    private final PhysicalMemory memory = bench.computer.memory();
    private int nextPrd = PRDS;

    @BeforeEach
    void fillThePlattersAndAllowTheTable() {
        for (int i = 0; i < platters.length; i++) {
            platters[i] = (byte) (i * 31 + i / SECTOR);
        }
        allow(PRDS, 1, false);
    }

    private void allow(int address, int bytes, boolean write) {
        for (int page = address >> 12; page <= (address + bytes - 1) >> 12; page++) {
            iommu.allow(DmaDevice.ATA, page, write);
        }
    }

    /// Adds a descriptor to the table; a count of 65,536 becomes 0 by itself.
    private void prd(int address, int count, int flags) {
        memory.write(nextPrd, address, 4);
        memory.write(nextPrd + 4, count, 2);
        memory.write(nextPrd + 6, flags, 2);
        nextPrd += 8;
    }

    private void begin(int code, int sector, int count) {
        arm();
        bench.diskCommand(code, sector, count);
        start(code);
    }

    private void arm() {
        bench.out(COMMAND, 0);
        bench.computer.bus().out(TABLE, PRDS, 4);
        bench.out(STATUS, CAPABLE | ERROR | INTERRUPT);
    }

    private void start(int code) {
        bench.out(COMMAND, code == READ_DMA ? START | TO_MEMORY : START);
    }

    private byte[] inMemory(int address, int bytes) {
        var copy = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            copy[i] = (byte) memory.read(address + i, 1);
        }
        return copy;
    }

    private void fillMemory(int address, int bytes) {
        for (int i = 0; i < bytes; i++) {
            memory.write(address + i, i * 13 + i / 256, 1);
        }
    }

    private byte[] onPlatters(int sector, int sectors) {
        return Arrays.copyOfRange(platters, sector * SECTOR, (sector + sectors) * SECTOR);
    }

    private void assertDone() {
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY, bench.in(ATA_STATUS));
        assertEquals(CAPABLE | INTERRUPT, bench.in(STATUS));
    }

    private void assertAborted() {
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(READY_WITH_ERROR, bench.in(ATA_STATUS));
        assertEquals(ABORTED, bench.in(ATA_ERROR));
        assertEquals(CAPABLE | INTERRUPT | ERROR, bench.in(STATUS));
    }

    @Test
    void aReadMovesTheSectorsToMemoryAndInterruptsOnceAtTheEnd() {
        allow(0x8000, 3 * SECTOR, true);
        prd(0x8000, 3 * SECTOR, LAST);

        begin(READ_DMA, 100, 3);
        assertEquals(CAPABLE | ACTIVE, bench.in(STATUS));
        assertDone();

        assertArrayEquals(onPlatters(100, 3), inMemory(0x8000, 3 * SECTOR));
        assertEquals(0, memory.read(0x8000 + 3 * SECTOR, 4), "and nothing behind them");
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(3, bench.computer.disk().sectorsRead());
    }

    @Test
    void aWriteMovesTheSectorsFromMemoryAndInterruptsOnceAtTheEnd() {
        fillMemory(0x8000, 3 * SECTOR);
        allow(0x8000, 3 * SECTOR, false);
        prd(0x8000, 3 * SECTOR, LAST);
        byte[] behind = onPlatters(103, 1);

        begin(WRITE_DMA, 100, 3);
        assertDone();

        assertArrayEquals(inMemory(0x8000, 3 * SECTOR), onPlatters(100, 3));
        assertArrayEquals(behind, onPlatters(103, 1));
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(3, bench.computer.disk().sectorsWritten());
    }

    @Test
    void regionsNeedNotFitSectorsOrPages() {
        allow(0x8000, 0x4000, true);
        prd(0x8ffe, 4, 0);
        prd(0xb000, SECTOR, 0);
        prd(0x9f00, 0x300, 0);
        prd(0x8100, 5 * SECTOR - 4 - SECTOR - 0x300, LAST);

        begin(READ_DMA, 7, 5);
        assertDone();

        byte[] expected = onPlatters(7, 5);
        assertArrayEquals(Arrays.copyOfRange(expected, 0, 4), inMemory(0x8ffe, 4));
        int at = 4 + SECTOR;
        assertArrayEquals(Arrays.copyOfRange(expected, 4, at), inMemory(0xb000, SECTOR));
        assertArrayEquals(Arrays.copyOfRange(expected, at, at + 0x300), inMemory(0x9f00, 0x300));
        byte[] rest = Arrays.copyOfRange(expected, at + 0x300, expected.length);
        assertArrayEquals(rest, inMemory(0x8100, rest.length));
    }

    @Test
    void aWriteGathersFromManyRegions() {
        fillMemory(0x8000, 2 * SECTOR);
        allow(0x8000, 2 * SECTOR, false);
        prd(0x8000 + SECTOR + 100, SECTOR - 100, 0);
        prd(0x8000, SECTOR + 100, LAST);

        begin(WRITE_DMA, 9, 2);
        assertDone();

        byte[] written = onPlatters(9, 2);
        assertArrayEquals(
                inMemory(0x8000 + SECTOR + 100, SECTOR - 100),
                Arrays.copyOfRange(written, 0, SECTOR - 100));
        assertArrayEquals(
                inMemory(0x8000, SECTOR + 100),
                Arrays.copyOfRange(written, SECTOR - 100, 2 * SECTOR));
    }

    @Test
    void aCountOfZeroIsSixtyFourKibibytes() {
        allow(0x20000, 0x20000, true);
        prd(0x20000, 0, 0);
        prd(0x30000, 0x10000, LAST);

        begin(READ_DMA, 0, 0);
        assertDone();

        assertArrayEquals(onPlatters(0, 256), inMemory(0x20000, 0x20000));
    }

    @Test
    void aTableLongerThanTheTransferLeavesTheBusMasterActiveUntilItIsStopped() {
        allow(0x8000, 2 * SECTOR, true);
        prd(0x8000, 2 * SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());
        assertEquals(CAPABLE | INTERRUPT | ACTIVE, bench.in(STATUS));
        bench.out(COMMAND, 0);
        assertEquals(CAPABLE | INTERRUPT, bench.in(STATUS));
    }

    @Test
    void atTheEndOfTooShortATableTheDriveWaitsForAnotherStart() {
        allow(0x8000, 2 * SECTOR, true);
        prd(0x8000, SECTOR + 50, LAST);

        begin(READ_DMA, 100, 2);
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(CAPABLE, bench.in(STATUS), "neither active nor done nor failed");
        assertEquals(READY_TO_MOVE, bench.in(ATA_STATUS));

        start(READ_DMA);
        assertEquals(CAPABLE, bench.in(STATUS), "a start bit that is set already starts nothing");
        nextPrd = PRDS;
        prd(0x8000 + SECTOR + 50, SECTOR - 50, LAST);
        arm();
        start(READ_DMA);
        assertDone();
        assertArrayEquals(onPlatters(100, 2), inMemory(0x8000, 2 * SECTOR));
    }

    @Test
    void aDriveThatWaitsForTheBusMasterListensToAnotherCommand() {
        arm();
        bench.diskCommand(READ_DMA, 100, 1);
        bench.pass(1_000_000_000);
        assertEquals(READY_TO_MOVE, bench.in(ATA_STATUS));

        bench.diskCommand(0x20, 200, 1);
        bench.awaitInterrupt();
        assertEquals(platters[200 * SECTOR] & 0xff, bench.in(0x1f0));
        start(READ_DMA);
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt(), "the first command is forgotten");
    }

    @Test
    void theBusMasterMayBeStartedBeforeOrAfterTheCommand() {
        allow(0x8000, SECTOR, true);
        prd(0x8000, SECTOR, LAST);
        arm();
        start(READ_DMA);
        bench.diskCommand(READ_DMA, 100, 1);
        assertDone();
        assertArrayEquals(onPlatters(100, 1), inMemory(0x8000, SECTOR));

        arm();
        bench.diskCommand(READ_DMA, 101, 1);
        bench.pass(1_000_000_000);
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        start(READ_DMA);
        assertArrayEquals(onPlatters(100, 1), inMemory(0x8000, SECTOR), "not within the OUT");
        assertDone();
        assertArrayEquals(onPlatters(101, 1), inMemory(0x8000, SECTOR));
    }

    @Test
    void clearingTheStartBitStopsATransfer() {
        allow(0x8000, SECTOR, true);
        prd(0x8000, SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        bench.out(COMMAND, TO_MEMORY);
        assertEquals(CAPABLE, bench.in(STATUS));
        bench.pass(1_000_000_000);

        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(0, memory.read(0x8000, 4));
    }

    @Test
    void aReadIntoAForbiddenFrameIsAbortedAndChangesNothingThere() {
        allow(0x8000, SECTOR, false);
        prd(0x8000, SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        assertAborted();

        assertArrayEquals(new byte[SECTOR], inMemory(0x8000, SECTOR));
        assertEquals(new Iommu.Fault(DmaDevice.ATA, 0x8000, true), iommu.takeFault());
    }

    @Test
    void aWriteFromAForbiddenFrameIsAbortedAndTheSectorKeepsItsBytes() {
        byte[] before = onPlatters(100, 1);
        prd(0x8000, SECTOR, LAST);

        begin(WRITE_DMA, 100, 1);
        assertAborted();

        assertArrayEquals(before, onPlatters(100, 1));
        assertEquals(0, bench.computer.disk().sectorsWritten());
        assertEquals(new Iommu.Fault(DmaDevice.ATA, 0x8000, false), iommu.takeFault());
    }

    @Test
    void sectorsBeforeTheForbiddenFrameHaveBeenMovedAndTheCountTellsHowManyHaveNot() {
        allow(0x8000, 1, true);
        prd(0x8c00, 4 * SECTOR, LAST);

        begin(READ_DMA, 100, 4);
        assertAborted();

        assertArrayEquals(onPlatters(100, 2), inMemory(0x8c00, 2 * SECTOR));
        assertEquals(0, memory.read(0x9000, 4));
        assertEquals(2, bench.in(ATA_COUNT));
        assertEquals(new Iommu.Fault(DmaDevice.ATA, 0x9000, true), iommu.takeFault());
    }

    @Test
    void aRightTakenBackInTheMiddleStopsTheTransferThere() {
        allow(0x8000, 2 * SECTOR, true);
        prd(0x8000, 2 * SECTOR, LAST);

        begin(READ_DMA, 100, 2);
        while (memory.read(0x8000, 4) == 0) {
            bench.pass(1_000);
        }
        iommu.forbidAll(DmaDevice.ATA);
        assertAborted();
        assertArrayEquals(onPlatters(100, 1), inMemory(0x8000, SECTOR));
        assertArrayEquals(new byte[SECTOR], inMemory(0x8000 + SECTOR, SECTOR));
    }

    @Test
    void theTableItselfIsReadThroughTheGuard() {
        iommu.forbid(DmaDevice.ATA, PRDS >> 12);
        allow(0, SECTOR, true);
        allow(0x8000, SECTOR, true);
        prd(0x8000, SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        assertAborted();

        assertEquals(0, memory.read(0x8000, 4));
        assertEquals(0, memory.read(0, 4), "nor where an empty descriptor points");
        assertEquals(new Iommu.Fault(DmaDevice.ATA, PRDS, false), iommu.takeFault());
    }

    @Test
    void withTheGuardOffTheDiskMayOverwriteAnything() {
        iommu.forbidAll(DmaDevice.ATA);
        iommu.setEnabled(false);
        prd(0x8000, SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        assertDone();

        assertArrayEquals(onPlatters(100, 1), inMemory(0x8000, SECTOR));
        assertNull(iommu.takeFault());
    }

    @Test
    void whereThereIsNoMemoryATransferIsAbortedEvenWithTheGuardOff() {
        iommu.setEnabled(false);
        prd(0xfff0_0000, SECTOR, LAST);

        begin(READ_DMA, 100, 1);
        assertAborted();
        assertNull(iommu.takeFault());
    }

    @Test
    void aRegionUpToSixtyFourKibibytesIsGoodAndOneAcrossOrOfHalfWordsIsNot() {
        iommu.setEnabled(false);
        assertRegion(0x1fe00, SECTOR, true);
        assertRegion(0x1fe02, SECTOR, false);
        assertRegion(0x8001, SECTOR, false);
        assertRegion(0x8000, SECTOR + 1, false);
        assertRegion(0x20000, 0, true);
        assertRegion(0x8000, 0, false);
    }

    private void assertRegion(int address, int count, boolean good) {
        nextPrd = PRDS;
        prd(address, count, LAST);
        begin(READ_DMA, 100, 1);
        bench.awaitInterrupt();

        assertEquals(good ? READY : READY_WITH_ERROR, bench.in(ATA_STATUS));
        assertEquals(good ? 0 : ERROR, bench.in(STATUS) & ERROR);
    }

    @Test
    void theWrongDirectionIsAnErrorAndMovesNothing() {
        allow(0x8000, SECTOR, true);
        prd(0x8000, SECTOR, LAST);
        byte[] before = onPlatters(100, 1);

        arm();
        bench.diskCommand(READ_DMA, 100, 1);
        start(WRITE_DMA);
        assertAborted();
        assertEquals(0, memory.read(0x8000, 4));

        arm();
        bench.diskCommand(WRITE_DMA, 100, 1);
        start(READ_DMA);
        assertAborted();
        assertArrayEquals(before, onPlatters(100, 1));
    }

    @Test
    void afterAnErrorTheNextTransferSucceeds() {
        prd(0x8000, SECTOR, LAST);
        begin(READ_DMA, 100, 1);
        assertAborted();

        allow(0x8000, SECTOR, true);
        begin(READ_DMA, 100, 1);
        assertDone();
        assertArrayEquals(onPlatters(100, 1), inMemory(0x8000, SECTOR));
    }

    @Test
    void aTransferOverTheEndMovesTheSectorsThereAreThenFails() {
        allow(0x8000, 3 * SECTOR, true);
        prd(0x8000, 3 * SECTOR, LAST);

        begin(READ_DMA, SECTORS - 1, 3);
        bench.awaitInterrupt();

        assertEquals(READY_WITH_ERROR, bench.in(ATA_STATUS));
        assertEquals(0x10, bench.in(ATA_ERROR));
        assertEquals(CAPABLE | INTERRUPT | ACTIVE, bench.in(STATUS), "no error of the bus master");
        assertArrayEquals(onPlatters(SECTORS - 1, 1), inMemory(0x8000, SECTOR));

        begin(WRITE_DMA, SECTORS - 1, 2);
        bench.awaitInterrupt();
        assertEquals(READY_WITH_ERROR, bench.in(ATA_STATUS));
        assertEquals(0x10, bench.in(ATA_ERROR));
        assertEquals(1, bench.computer.disk().sectorsWritten());
    }

    @Test
    void writingAOneClearsErrorAndInterruptAndAZeroKeepsThem() {
        prd(0x8000, SECTOR, LAST);
        begin(READ_DMA, 100, 1);
        assertAborted();

        bench.out(STATUS, CAPABLE);
        assertEquals(CAPABLE | INTERRUPT | ERROR, bench.in(STATUS));
        bench.out(STATUS, CAPABLE | ERROR);
        assertEquals(CAPABLE | INTERRUPT, bench.in(STATUS));
        bench.out(STATUS, INTERRUPT | ACTIVE);
        assertEquals(0, bench.in(STATUS), "the capable bits are software's own");
    }

    @Test
    void registersReadBackWhatTheyHold() {
        PortBus bus = bench.computer.bus();
        bus.out(TABLE, 0x89abcdef, 4);
        assertEquals(0x89abcdec, bus.in(TABLE, 4), "the table is aligned");
        bus.out(TABLE + 2, 0x1234, 2);
        assertEquals(0x1234cdec, bus.in(TABLE, 4));

        bench.out(COMMAND, 0xff);
        assertEquals(START | TO_MEMORY, bench.in(COMMAND));
        assertEquals(0, bench.in(COMMAND + 1));
    }

    @Test
    void theDrivesThatThereAreAreNotedAsCapable() {
        var image = new MemoryImage(platters);
        assertEquals(0, new Workbench().in(STATUS));
        assertEquals(0x60, new Workbench(image, image).in(STATUS));
    }

    @Test
    void programmedTransfersNeedNoBusMasterAndItsStatusNotesTheirInterrupt() {
        bench.diskCommand(0x20, 100, 1);
        assertEquals(DISK_VECTOR, bench.awaitInterrupt());

        assertEquals(CAPABLE | INTERRUPT, bench.in(STATUS));
        bench.out(STATUS, CAPABLE | INTERRUPT);
        bench.out(ATA_CONTROL, 0x00);
        assertEquals(CAPABLE, bench.in(STATUS), "the line is still high but has not risen again");
        assertEquals(READY_TO_MOVE, bench.in(ATA_STATUS));
        assertEquals(platters[100 * SECTOR] & 0xff, bench.in(0x1f0));
        assertNull(iommu.takeFault());
    }

    @Test
    void theDriveSeeksOnceAndThenOnlyTransfers() {
        allow(0x8000, 8 * SECTOR, true);
        prd(0x8000, 8 * SECTOR, LAST);
        DiskTiming timing = DiskTiming.DEFAULT;

        for (int code : new int[] {READ_DMA, WRITE_DMA}) {
            long one = timeToMove(code, 1000, 1);
            long eight = timeToMove(code, 200, 8);
            long seekMin = timing.seekMinNanos() + timing.rotationNanos() / 2;
            assertTrue(one > seekMin, "a seek and half a turn at least: " + one);
            assertTrue(eight > seekMin + 8 * timing.sectorNanos(), "and 8 sectors: " + eight);
            assertTrue(eight < 2 * seekMin + timing.seekFullNanos(), "one seek only: " + eight);
        }
        timeToMove(READ_DMA, 1000, 1);
        assertEquals(
                timing.commandNanos() + 8 * timing.sectorNanos(), timeToMove(READ_DMA, 1001, 8));
    }

    private long timeToMove(int code, int sector, int count) {
        long begin = bench.now();
        begin(code, sector, count);
        bench.awaitInterrupt();
        bench.in(ATA_STATUS);
        return bench.now() - begin;
    }

    @Test
    void aResetDropsTheTransfer() {
        allow(0x8000, SECTOR, true);
        prd(0x8000, SECTOR, LAST);
        begin(READ_DMA, 100, 1);
        bench.out(ATA_CONTROL, 0x04, 0x00);
        bench.pass(1_000_000_000);

        assertEquals(READY, bench.in(ATA_STATUS));
        assertEquals(NO_INTERRUPT, bench.takeInterrupt());
        assertEquals(0, memory.read(0x8000, 4));
    }

    @Test
    void twoComputersDoTheSameAtTheSameTimes() {
        assertEquals(story(11), story(11));
        assertNotEquals(story(11), story(12));
    }

    /// A few transfers with a refused one among them; what a driver could tell of them.
    private static String story(int seed) {
        var test = new AtaDmaTest();
        test.fillThePlattersAndAllowTheTable();
        test.allow(0x8000, 0x2000, true);
        test.prd(0x8000, 0x3000, LAST);
        var told = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            int code = i % 3 == 0 ? WRITE_DMA : READ_DMA;
            test.begin(code, seed * 31 * i % (SECTORS - 32), 10 + i);
            test.bench.awaitInterrupt();
            told.append(test.bench.now()).append(' ').append(test.bench.in(STATUS)).append(' ');
            told.append(test.bench.in(ATA_STATUS)).append(test.iommu.takeFault()).append('\n');
        }
        return told.append(Arrays.hashCode(test.inMemory(0x8000, 0x2000))).toString();
    }
}
