package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DmaPortTest {
    private static final int FRAMES = 4;
    private static final int END = FRAMES * PhysicalMemory.FRAME_BYTES;

    private final PhysicalMemory memory = new PhysicalMemory(END);
    private final Iommu iommu = new Iommu(memory.frames());
    private final DmaPort port = new DmaPort(DmaDevice.ATA, iommu, memory);
    private final List<Iommu.Fault> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        iommu.onFault(told::add);
    }

    private static Iommu.Fault fault(int address, boolean write) {
        return new Iommu.Fault(DmaDevice.ATA, address, write);
    }

    @Test
    void anAllowedWriteCrossesAPage() {
        iommu.allow(DmaDevice.ATA, 1, true);
        iommu.allow(DmaDevice.ATA, 2, true);

        assertTrue(port.write(0x1ffe, new byte[] {9, 1, 2, 3, 4, 9}, 1, 4));
        assertEquals(0x0201, memory.read(0x1ffe, 2));
        assertEquals(0x0403, memory.read(0x2000, 4));
        assertEquals(List.of(), told);
    }

    @Test
    void aWriteIntoAForbiddenPageStopsThereAndThePageBeforeIsWritten() {
        iommu.allow(DmaDevice.ATA, 1, true);
        iommu.allow(DmaDevice.ATA, 2, false);

        assertFalse(port.write(0x1ffe, new byte[] {1, 2, 3, 4}, 0, 4));
        assertEquals(0x0201, memory.read(0x1ffe, 2));
        assertEquals(0, memory.read(0x2000, 4));
        assertEquals(List.of(fault(0x2000, true)), told);
    }

    @Test
    void anAllowedReadCrossesAPageAndAForbiddenOneBringsNothing() {
        iommu.allow(DmaDevice.ATA, 1, false);
        iommu.allow(DmaDevice.ATA, 2, false);
        memory.write(0x1ffc, 0x04030201, 4);
        memory.write(0x2000, 0x08070605, 4);
        var into = new byte[6];

        assertTrue(port.read(0x1ffe, into, 1, 4));
        assertArrayEquals(new byte[] {0, 3, 4, 5, 6, 0}, into);

        iommu.forbid(DmaDevice.ATA, 1);
        assertFalse(port.read(0x1ffe, into, 0, 4));
        assertArrayEquals(new byte[] {0, 3, 4, 5, 6, 0}, into);
        assertEquals(List.of(fault(0x1ffe, false)), told);
    }

    @Test
    void theFirstFaultStaysLatchedUntilItIsTakenAndAllAreTold() {
        port.read(0x1234, new byte[1], 0, 1);
        port.write(0x2345, new byte[1], 0, 1);

        assertEquals(fault(0x1234, false), iommu.takeFault());
        assertNull(iommu.takeFault());
        assertEquals(List.of(fault(0x1234, false), fault(0x2345, true)), told);

        port.write(0x3456, new byte[1], 0, 1);
        assertEquals(fault(0x3456, true), iommu.takeFault());
    }

    @Test
    void withTheGuardOffEverythingPasses() {
        iommu.setEnabled(false);

        assertTrue(port.write(0x0fff, new byte[] {1, 2}, 0, 2));
        assertEquals(1, memory.read(0x0fff, 1));
        assertEquals(2, memory.read(0x1000, 1));
    }

    @Test
    void whereThereIsNoMemoryAnAccessIsRefusedGuardOrNot() {
        iommu.allow(DmaDevice.ATA, FRAMES - 1, true);
        assertTrue(port.write(END - 2, new byte[2], 0, 2));
        assertFalse(port.write(END - 2, new byte[3], 0, 3));
        assertEquals(fault(END, true), iommu.takeFault());

        iommu.setEnabled(false);
        assertTrue(port.read(END - 2, new byte[2], 0, 2));
        assertFalse(port.read(END - 2, new byte[3], 0, 3));
        assertFalse(port.read(0xffff_fff0, new byte[1], 0, 1), "an address has no sign");
        assertNull(iommu.takeFault(), "nobody watched");
    }
}
