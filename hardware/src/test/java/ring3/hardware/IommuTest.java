package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class IommuTest {
    private static final int FRAMES = 8;

    private final Iommu iommu = new Iommu(FRAMES);

    private String rights(DmaDevice device, int frame) {
        boolean read = iommu.admits(device, frame, false);
        boolean write = iommu.admits(device, frame, true);
        return (read ? "r" : "-") + (write ? "w" : "-");
    }

    @Test
    void atPowerOnTheGuardIsOnAndAdmitsNothing() {
        assertTrue(iommu.isEnabled());
        for (int frame = 0; frame < FRAMES; frame++) {
            assertEquals("--", rights(DmaDevice.ATA, frame));
        }
    }

    @Test
    void aFrameAllowedForReadingIsNotForWriting() {
        iommu.allow(DmaDevice.ATA, 3, false);

        assertEquals("r-", rights(DmaDevice.ATA, 3));
    }

    @Test
    void aFrameAllowedForWritingIsForReadingTooAndItsNeighboursAreNot() {
        iommu.allow(DmaDevice.ATA, 3, true);

        assertEquals("rw", rights(DmaDevice.ATA, 3));
        assertEquals("--", rights(DmaDevice.ATA, 2));
        assertEquals("--", rights(DmaDevice.ATA, 4));
    }

    @Test
    void allowingTakesNoRightBack() {
        iommu.allow(DmaDevice.ATA, 3, true);
        iommu.allow(DmaDevice.ATA, 3, false);

        assertEquals("rw", rights(DmaDevice.ATA, 3));
    }

    @Test
    void whatOneDeviceMayDoAnotherMayNot() {
        iommu.allow(DmaDevice.SOUND, 3, true);

        assertEquals("rw", rights(DmaDevice.SOUND, 3));
        assertEquals("--", rights(DmaDevice.ATA, 3));
    }

    @Test
    void forbiddingTakesOneFrameFromOneDevice() {
        for (DmaDevice device : DmaDevice.values()) {
            iommu.allow(device, 3, true);
            iommu.allow(device, 4, true);
        }

        iommu.forbid(DmaDevice.ATA, 3);
        assertEquals("--", rights(DmaDevice.ATA, 3));
        assertEquals("rw", rights(DmaDevice.ATA, 4));
        assertEquals("rw", rights(DmaDevice.SOUND, 3));

        iommu.forbidAll(DmaDevice.ATA);
        assertEquals("--", rights(DmaDevice.ATA, 4));
        assertEquals("rw", rights(DmaDevice.SOUND, 4));
    }

    @Test
    void switchedOffItAdmitsEverythingAndSwitchedOnWhatWasAllowed() {
        iommu.setEnabled(false);
        iommu.allow(DmaDevice.ATA, 3, false);
        assertFalse(iommu.isEnabled());
        assertEquals("rw", rights(DmaDevice.ATA, 7));

        iommu.setEnabled(true);
        assertEquals("r-", rights(DmaDevice.ATA, 3));
        assertEquals("--", rights(DmaDevice.ATA, 7));
    }

    @Test
    void whereThereIsNoFrameNobodyGetsThroughOnOrOff() {
        for (boolean enabled : new boolean[] {true, false}) {
            iommu.setEnabled(enabled);
            assertEquals("--", rights(DmaDevice.ATA, FRAMES));
            assertEquals("--", rights(DmaDevice.ATA, -1));
        }
        assertThrows(AssertionError.class, () -> iommu.allow(DmaDevice.ATA, FRAMES, true));
        assertThrows(AssertionError.class, () -> iommu.forbid(DmaDevice.ATA, -1));
    }

    @Test
    void askingIsNoAccess() {
        iommu.admits(DmaDevice.ATA, 3, true);

        assertNull(iommu.takeFault());
    }
}
