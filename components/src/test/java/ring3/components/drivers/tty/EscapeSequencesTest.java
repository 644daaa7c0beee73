package ring3.components.drivers.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EscapeSequencesTest {
    private static final String ESC = "\033[";

    private final Screen screen = new Screen();
    private final EscapeSequences console = new EscapeSequences(screen);

    private void write(String text) {
        text.chars().forEach(console::put);
    }

    private String row(int row) {
        var text = new StringBuilder();
        for (int column = 0; column < Screen.COLUMNS; column++) {
            text.append((char) screen.cells()[cell(row, column)]);
        }
        return text.toString().stripTrailing();
    }

    private int attribute(int row, int column) {
        return screen.cells()[cell(row, column) + 1];
    }

    private static int cell(int row, int column) {
        return row * Screen.ROW_BYTES + column * Screen.CELL_BYTES;
    }

    private void assertCursor(int row, int column) {
        assertEquals(row + "," + column, screen.row() + "," + screen.column());
    }

    @Test
    void charactersAppearFromTheTopLeftOn() {
        write("hello\r\nworld\b\b!");

        assertEquals("hello", row(0));
        assertEquals("wor!d", row(1));
        assertCursor(1, 4);
        assertEquals(Colors.PLAIN, attribute(0, 0));
    }

    @Test
    void aLineFeedAloneKeepsTheColumn() {
        write("ab\nc");

        assertEquals("  c", row(1));
    }

    @Test
    void tabsGoToEveryEighthColumn() {
        write("a\tb\t\tc");

        assertEquals("a       b               c", row(0));
    }

    @Test
    void aFullRowGoesOnBelowOnlyWithTheNextCharacter() {
        write("x".repeat(80));
        assertCursor(0, 79);

        write("y");

        assertEquals("x".repeat(80), row(0));
        assertEquals("y", row(1));
    }

    @Test
    void aFullRowAndANewlineMakeNoEmptyRow() {
        write("x".repeat(80) + "\r\ny");

        assertEquals("y", row(1));
    }

    @Test
    void behindTheLastRowEverythingMovesUp() {
        for (int i = 0; i < 30; i++) {
            write("line " + i + "\r\n");
        }

        assertEquals("line 6", row(0));
        assertEquals("line 29", row(23));
        assertEquals("", row(24));
        assertCursor(24, 0);
    }

    @Test
    void backspaceInTheFirstColumnGoesToTheRowAbove() {
        write("a\r\n\b");
        assertCursor(0, 79);

        write(ESC + "H\b");

        assertCursor(0, 0);
    }

    @Test
    void theCursorMovesWithinTheScreen() {
        write(ESC + "5;10H");
        assertCursor(4, 9);
        write(ESC + "2A" + ESC + "3C");
        assertCursor(2, 12);
        write(ESC + "B" + ESC + "D");
        assertCursor(3, 11);
        write(ESC + "99A" + ESC + "99D");
        assertCursor(0, 0);
        write(ESC + "99;999H");
        assertCursor(24, 79);
        write(ESC + "H");
        assertCursor(0, 0);
    }

    @Test
    void erasesToTheEndToTheBeginningOrAll() {
        fill();
        write(ESC + "2;3H" + ESC + "K");
        assertEquals("xx", row(1));
        fill();
        write(ESC + "2;3H" + ESC + "1K");
        assertEquals("   " + "x".repeat(77), row(1));
        fill();
        write(ESC + "2;3H" + ESC + "J");
        assertEquals("x".repeat(80), row(0));
        assertEquals("xx", row(1));
        assertEquals("", row(24));
        fill();
        write(ESC + "2;3H" + ESC + "1J");
        assertEquals("", row(0));
        assertEquals("x".repeat(80), row(24));
        write(ESC + "2J");
        assertEquals("", row(24));
        assertCursor(1, 2);
    }

    private void fill() {
        write(ESC + "H" + "x".repeat(80 * 25));
    }

    @Test
    void coloursArePutWithTheCharacters() {
        write("\033[31ma\033[1;44mb\033[0mc\033[7md\033[27;92me\033[mf");

        assertEquals(0x04, attribute(0, 0));
        assertEquals(0x1c, attribute(0, 1));
        assertEquals(0x07, attribute(0, 2));
        assertEquals(0x70, attribute(0, 3));
        assertEquals(0x0a, attribute(0, 4));
        assertEquals(0x07, attribute(0, 5));
    }

    @Test
    void unknownSequencesAreSwallowedWhole() {
        write("a\033[?25lb\033[1;2;3;4;5;6;7;8;9;10qc\0337d\033[99999999999m\007e");

        assertEquals("abcde", row(0));
        assertEquals(Colors.PLAIN, attribute(0, 4));
    }

    @Test
    void onlyRowsThatChangedMustBeShown() {
        screen.shown();
        assertEquals(Screen.ROWS, screen.firstChanged());

        write(ESC + "4Hx\r\n\ny");

        assertEquals(3, screen.firstChanged());
        assertEquals(5, screen.lastChanged());
    }
}
