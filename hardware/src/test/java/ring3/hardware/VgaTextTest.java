package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class VgaTextTest {
    private static final int INDEX = 0x3d4;
    private static final int DATA = 0x3d5;

    private final Workbench bench = new Workbench();
    private final PhysicalMemory memory = bench.computer.memory();

    private TextScreen screen() {
        return bench.computer.vga().screen();
    }

    private void register(int number, int value) {
        bench.out(INDEX, number);
        bench.out(DATA, value);
    }

    private void write(int word, String text, int attribute) {
        for (int i = 0; i < text.length(); i++) {
            int address = VgaText.MEMORY_ADDRESS + 2 * (word + i);
            memory.write(address, text.charAt(i) | (attribute << 8), 2);
        }
    }

    @Test
    void wordsInMemoryAreCharactersWithColours() {
        write(80 + 3, "Hi", 0x9f);

        TextScreen screen = screen();
        assertEquals('H', screen.charAt(1, 3));
        assertEquals('i', screen.charAt(1, 4));
        assertEquals(0x9f, screen.attributeAt(1, 4));
        assertEquals(' ', screen.charAt(0, 0), "an empty cell is a blank");
    }

    @Test
    void textIsTheRowsWithoutTheBlanksAtTheirEnds() {
        write(0, "one  ", 7);
        write(24 * 80, "  last", 7);

        assertEquals("one" + "\n".repeat(24) + "  last\n", screen().text());
    }

    @Test
    void codesAboveAsciiAreThoseOfCodePage437() {
        memory.write(VgaText.MEMORY_ADDRESS, 0xdb, 1);
        memory.write(VgaText.MEMORY_ADDRESS + 2, 0x01, 1);
        memory.write(VgaText.MEMORY_ADDRESS + 4, 0x80, 1);
        memory.write(VgaText.MEMORY_ADDRESS + 6, 0xff, 1);

        assertEquals("█☺Ç\u00a0", screen().text().lines().findFirst().orElseThrow());
    }

    @Test
    void aScreenOnceTakenNeverChanges() {
        TextScreen before = screen();
        write(0, "X", 7);

        assertEquals(' ', before.charAt(0, 0));
        assertEquals('X', screen().charAt(0, 0));
    }

    @Test
    void movingTheOriginScrolls() {
        write(80, "second row", 7);
        register(0x0c, 0);
        register(0x0d, 80);

        assertTrue(screen().text().startsWith("second row\n"));
    }

    @Test
    void thePictureWrapsRoundTheEndOfTheMemory() {
        write(16384 - 80, "last words", 7);
        write(0, "first words", 7);
        register(0x0c, (16384 - 80) >> 8);
        register(0x0d, (16384 - 80) & 0xff);

        assertTrue(screen().text().startsWith("last words\nfirst words\n"));
    }

    @Test
    void theCursorIsCountedFromTheOrigin() {
        register(0x0d, 80);
        register(0x0e, 0);
        register(0x0f, 80 + 2 * 80 + 5);

        assertTrue(screen().cursorVisible());
        assertEquals(2, screen().cursorRow());
        assertEquals(5, screen().cursorColumn());
    }

    @Test
    void theCursorHidesWhenItIsSwitchedOffUpsideDownOrElsewhere() {
        register(0x0a, 0x2d);
        assertFalse(screen().cursorVisible());
        assertEquals(-1, screen().cursorRow());
        register(0x0a, 0x0f);
        assertFalse(screen().cursorVisible(), "it starts below its end");

        register(0x0a, 0x0d);
        assertTrue(screen().cursorVisible());
        register(0x0e, 0x20);
        assertFalse(screen().cursorVisible(), "it is below the screen");
    }

    @Test
    void registersReadBackAndMissingOnesFloat() {
        register(0x0f, 0x5a);
        assertEquals(0x0f, bench.in(INDEX));
        assertEquals(0x5a, bench.in(DATA));

        bench.out(INDEX, 0x1f);
        bench.out(DATA, 1);
        assertEquals(0xff, bench.in(DATA));
    }

    @Test
    void oneWordSetsIndexAndData() {
        bench.computer.bus().out(INDEX, 0x420f, 2);

        assertEquals(0x42, bench.in(DATA));
    }
}
