package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class PhysicalMemoryTest {
    private final PhysicalMemory memory = new PhysicalMemory(3 * PhysicalMemory.FRAME_BYTES);

    @Test
    void numbersLieLittleEndian() {
        memory.write(0x1000, 0x89abcdef, 4);

        assertEquals(0xef, memory.read(0x1000, 1));
        assertEquals(0xabcd, memory.read(0x1001, 2));
        assertEquals(0x89abcdef, memory.read(0x1000, 4));
    }

    @Test
    void aNarrowWriteLeavesItsNeighboursAlone() {
        memory.write(0, -1, 4);
        memory.write(1, 0x12345600, 1);

        assertEquals(0xffff00ff, memory.read(0, 4));
    }

    @Test
    void aFrameIsTheMemoryItself() {
        memory.frame(2)[5] = 0x7f;

        assertEquals(0x7f, memory.read(0x2005, 1));
        assertSame(memory.frame(2), memory.frame(2));
    }

    @Test
    void anAccessUpToTheEndOfAFrameIsGoodAndOneAcrossItIsNot() {
        memory.write(0x0ffc, 0x01020304, 4);

        assertEquals(0x01020304, memory.read(0x0ffc, 4));
        assertThrows(AssertionError.class, () -> memory.read(0x0ffd, 4));
        assertThrows(AssertionError.class, () -> memory.write(0x0fff, 0, 2));
    }

    @Test
    void aBigMemoryCostsNothingUntilItIsTouched() {
        var big = new PhysicalMemory(Integer.MAX_VALUE);

        big.write(0x7ffff000, 42, 1);

        assertEquals(0x80000, big.frames());
        assertEquals(42, big.read(0x7ffff000, 1));
    }

    @Test
    void sizesAreRoundedUpToFrames() {
        assertEquals(3, memory.frames());
        assertEquals(1, new PhysicalMemory(1).frames());
    }
}
