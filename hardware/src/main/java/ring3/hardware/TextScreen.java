package ring3.hardware;

/// What the VGA shows at one moment in text mode: 80 by 25 cells and the cursor. It never changes,
/// so a view may keep it while the machine runs on.
public final class TextScreen {
    /// Cells in a row.
    public static final int COLUMNS = 80;

    /// Rows on the screen.
    public static final int ROWS = 25;

    private static final int HIDDEN = -1;

    private final char[] characters;
    private final byte[] attributes;
    private final int cursor;

    /// @param cursor the cell of the cursor, or anything outside the screen if it is not shown
    TextScreen(char[] characters, byte[] attributes, int cursor) {
        this.characters = characters;
        this.attributes = attributes;
        this.cursor = cursor >= 0 && cursor < COLUMNS * ROWS ? cursor : HIDDEN;
    }

    /// The character of a cell, translated from code page 437 to Unicode.
    public char charAt(int row, int column) {
        return characters[row * COLUMNS + column];
    }

    /// The colours of a cell, 0 to 255: foreground in bits 0-3, background in 4-6, blinking in 7.
    public int attributeAt(int row, int column) {
        return attributes[row * COLUMNS + column] & 0xff;
    }

    /// Whether the cursor is switched on and within the screen.
    public boolean cursorVisible() {
        return cursor != HIDDEN;
    }

    /// The row of the cursor, 0 to 24; -1 if it is not visible.
    public int cursorRow() {
        return cursorVisible() ? cursor / COLUMNS : HIDDEN;
    }

    /// The column of the cursor, 0 to 79; -1 if it is not visible.
    public int cursorColumn() {
        return cursorVisible() ? cursor % COLUMNS : HIDDEN;
    }

    /// The rows as lines, each without the blanks at its end and closed by a newline.
    public String text() {
        var text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            text.append(new String(characters, row * COLUMNS, COLUMNS).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}
