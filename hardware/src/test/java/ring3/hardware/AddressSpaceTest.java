package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class AddressSpaceTest {
    private static final int PAGE = AddressSpace.PAGE_BYTES;
    private static final long NONE = AddressSpace.NO_FAULT;

    private final PhysicalMemory memory = new PhysicalMemory(64 * PAGE);
    private final AddressSpace space = new AddressSpace(memory);

    @Test
    void pageShowsItsFrame() {
        space.map(0x5000, 7, true);
        space.store(0x5010, 0x1234, 2);

        assertEquals(0x1234, memory.read(7 * PAGE + 0x10, 2));
        assertEquals(7, space.frame(0x5fff));
        assertEquals(0, space.frame(0x4fff));
        assertEquals(0, space.frame(0x6000));
        assertEquals(PAGE, space.bytes());
    }

    @Test
    void pageIsReplacedAndTakenAway() {
        space.map(0x5000, 7, true);
        space.map(0x5000, 8, false);
        assertEquals(8, space.frame(0x5000));
        assertEquals(PAGE, space.bytes());

        space.unmap(0x5000);
        space.unmap(0x5000);
        space.unmap(0x50_0000);

        assertEquals(0, space.frame(0x5000));
        assertEquals(0, space.bytes());
    }

    @Test
    void endIsBehindTheHighestPage() {
        assertEquals(0, space.end());
        space.map(0x2000, 7, true);
        space.map(0x9000, 8, true);
        assertEquals(0xa000, space.end());

        space.unmap(0x9000);
        assertEquals(0x3000, space.end());

        space.clear();
        assertEquals(0, space.end());
        assertEquals(0, space.bytes());
        assertEquals(0, space.frame(0x2000));
    }

    @Test
    void firstByteThatIsNotThereFaults() {
        space.map(0x5000, 7, true);
        space.map(0x6000, 8, true);

        assertEquals(NONE, space.fault(0x5000, 2 * PAGE, true));
        assertEquals(0x4fff, space.fault(0x4fff, 2, false));
        assertEquals(0x7000, space.fault(0x6ffe, 4, false));
        assertEquals(0x7000, space.fault(0x5001, 2 * PAGE, false));
        assertEquals(0, space.fault(0, 1, false));
        assertEquals(0xffff_fffcL, space.fault(-4, 4, false));
        assertEquals(NONE, space.fault(0x9000, 0, true));
        assertEquals(0x5000, space.fault(0x5000, -1, false));
        assertEquals(0x7000, space.fault(0x5000, Integer.MAX_VALUE, false));
    }

    @Test
    void pageThatMayOnlyBeReadFaultsWhenItIsWritten() {
        space.map(0x5000, 7, true);
        space.map(0x6000, 8, false);

        assertEquals(NONE, space.fault(0x5000, 2 * PAGE, false));
        assertEquals(0x6000, space.fault(0x5ffe, 4, true));
        assertEquals(NONE, space.fault(0x5ffe, 2, true));
    }

    @Test
    void numbersOfEachWidthLieLittleEndianAlsoAcrossPages() {
        space.map(0x5000, 7, true);
        space.map(0x6000, 3, true);
        for (int address : new int[] {0x5100, 0x5ff8, 0x5ff9, 0x5fff}) {
            for (int width = 1; width <= 8; width++) {
                space.fill(address, 16, (byte) -1);
                space.store(address, 0x8877_6655_4433_2211L, width);
                long mask = width == 8 ? -1 : (1L << 8 * width) - 1;
                assertEquals(0x8877_6655_4433_2211L & mask, space.load(address, width));
                assertEquals(0x11, space.load(address, 1));
                assertEquals(0xff, space.load(address + width, 1));
            }
        }
    }

    @Test
    void bytesAreReadWrittenAndFilledAcrossPages() {
        space.map(0x5000, 7, true);
        space.map(0x6000, 3, true);
        space.write(0x5ffe, new byte[] {9, 1, 2, 3, 4, 9}, 1, 4);
        byte[] read = new byte[6];
        space.read(0x5ffe, read, 1, 4);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 0}, read);

        space.fill(0x5fff, 2, (byte) 7);
        space.read(0x5ffe, read, 1, 4);
        assertArrayEquals(new byte[] {0, 1, 7, 7, 4, 0}, read);
    }

    @Test
    void copyGoesFromMemoryToMemory() {
        AddressSpace other = new AddressSpace(memory);
        space.map(0x5000, 7, true);
        space.map(0x6000, 3, true);
        other.map(0x1000, 20, true);
        other.map(0x2000, 19, true);
        byte[] bytes = new byte[PAGE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        space.write(0x5123, bytes, 0, PAGE);

        AddressSpace.copy(space, 0x5123, other, 0x1fed, PAGE - 0x20);

        byte[] copied = new byte[PAGE - 0x20];
        other.read(0x1fed, copied, 0, copied.length);
        assertArrayEquals(java.util.Arrays.copyOf(bytes, PAGE - 0x20), copied);
        assertEquals(0, other.load(0x1fec, 1));
        assertEquals(0, other.load(0x1fed + PAGE - 0x20, 1));
    }
}
