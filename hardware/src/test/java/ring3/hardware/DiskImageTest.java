package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DiskImageTest {
    private final byte[] bytes = new byte[4 * DiskImage.SECTOR_BYTES + 100];
    private final DiskImage base = new MemoryImage(bytes);
    private final DiskImage overlay = new OverlayImage(base);

    private static byte[] sectorOf(int value) {
        var sector = new byte[DiskImage.SECTOR_BYTES];
        Arrays.fill(sector, (byte) value);
        return sector;
    }

    private static byte[] read(DiskImage image, long sector) {
        var into = new byte[DiskImage.SECTOR_BYTES];
        image.read(sector, into, 0);
        return into;
    }

    @Test
    void aMemoryImageKeepsWhatIsWrittenInItsArray() {
        base.write(2, sectorOf(7), 0);

        assertArrayEquals(sectorOf(7), read(base, 2));
        assertEquals(7, bytes[2 * DiskImage.SECTOR_BYTES]);
        assertEquals(0, bytes[3 * DiskImage.SECTOR_BYTES]);
    }

    @Test
    void aRestOfLessThanASectorIsNoSector() {
        assertEquals(4, base.sectors());
        assertEquals(4, overlay.sectors());
        assertThrows(AssertionError.class, () -> read(base, 4));
        assertThrows(AssertionError.class, () -> overlay.write(4, sectorOf(1), 0));
    }

    @Test
    void anOverlayShowsWhatWasWrittenAndLeavesItsBaseUntouched() {
        base.write(1, sectorOf(1), 0);
        base.write(2, sectorOf(2), 0);
        byte[] before = bytes.clone();

        overlay.write(1, sectorOf(9), 0);

        assertArrayEquals(sectorOf(9), read(overlay, 1));
        assertArrayEquals(sectorOf(2), read(overlay, 2));
        assertArrayEquals(before, bytes);
    }

    @Test
    void anOverlayKeepsACopyAndNotTheArrayItWasGiven() {
        byte[] mine = sectorOf(9);
        overlay.write(1, mine, 0);
        Arrays.fill(mine, (byte) 0);
        read(overlay, 1)[0] = 0;

        assertArrayEquals(sectorOf(9), read(overlay, 1));
    }

    @Test
    void sectorsCanBePartOfALargerArray() {
        var large = new byte[3 * DiskImage.SECTOR_BYTES];
        Arrays.fill(large, DiskImage.SECTOR_BYTES, 2 * DiskImage.SECTOR_BYTES, (byte) 5);
        overlay.write(0, large, DiskImage.SECTOR_BYTES);

        var back = new byte[3 * DiskImage.SECTOR_BYTES];
        overlay.read(0, back, DiskImage.SECTOR_BYTES);

        assertArrayEquals(large, back);
    }
}
