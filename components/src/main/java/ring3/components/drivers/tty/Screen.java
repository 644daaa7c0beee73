package ring3.components.drivers.tty;

/// The picture: 80 by 25 cells of a character and its colours, and the cursor. It remembers which
/// rows have changed since the screen last showed it.
final class Screen {
    static final int COLUMNS = 80;
    static final int ROWS = 25;
    static final int CELL_BYTES = 2;
    static final int ROW_BYTES = COLUMNS * CELL_BYTES;

    private static final int TAB_STOP = 8;

    private final byte[] cells = new byte[ROWS * ROW_BYTES];
    private byte attribute = Colors.PLAIN;
    private int row;
    private int column;
    private int firstChanged = ROWS;
    private int lastChanged = -1;

    /// A blank screen that nobody has seen yet.
    Screen() {
        erase(0, 0, ROWS * COLUMNS);
    }

    /// Two bytes a cell, row by row: what the screen's memory shall hold.
    byte[] cells() {
        return cells;
    }

    int row() {
        return row;
    }

    /// 0 to 79. A character in the last column leaves the cursor there; the next one goes to a new
    /// row.
    int column() {
        return Math.min(column, COLUMNS - 1);
    }

    /// The first row that has changed; [#ROWS] when none has.
    int firstChanged() {
        return firstChanged;
    }

    int lastChanged() {
        return lastChanged;
    }

    /// The screen shows the picture as it is.
    void shown() {
        firstChanged = ROWS;
        lastChanged = -1;
    }

    void setAttribute(int attribute) {
        this.attribute = (byte) attribute;
    }

    /// Moves the cursor, within the screen.
    void moveTo(int row, int column) {
        this.row = Math.clamp(row, 0, ROWS - 1);
        this.column = Math.clamp(column, 0, COLUMNS - 1);
    }

    /// Puts a character at the cursor.
    void put(int character) {
        if (column == COLUMNS) {
            column = 0;
            lineFeed();
        }
        int cell = row * ROW_BYTES + column * CELL_BYTES;
        cells[cell] = (byte) character;
        cells[cell + 1] = attribute;
        changed(row, row);
        column++;
    }

    /// Down a row; on the last, everything moves up instead.
    void lineFeed() {
        if (row < ROWS - 1) {
            row++;
            return;
        }
        System.arraycopy(cells, ROW_BYTES, cells, 0, (ROWS - 1) * ROW_BYTES);
        erase(ROWS - 1, 0, COLUMNS);
        changed(0, ROWS - 1);
    }

    void carriageReturn() {
        column = 0;
    }

    /// Back one column, from the first to the end of the row above.
    void backspace() {
        if (column > 0) {
            column--;
        } else if (row > 0) {
            row--;
            column = COLUMNS - 1;
        }
    }

    void tab() {
        column = Math.min(COLUMNS - 1, (column / TAB_STOP + 1) * TAB_STOP);
    }

    /// Blanks `length` cells from a place on.
    void erase(int fromRow, int fromColumn, int length) {
        int start = fromRow * COLUMNS + fromColumn;
        for (int i = start; i < start + length; i++) {
            cells[i * CELL_BYTES] = ' ';
            cells[i * CELL_BYTES + 1] = attribute;
        }
        if (length > 0) {
            changed(fromRow, (start + length - 1) / COLUMNS);
        }
    }

    /// Takes over a picture that is on the screen already, with the cursor `cursor` cells from the
    /// first.
    void adopt(byte[] picture, int cursor) {
        System.arraycopy(picture, 0, cells, 0, cells.length);
        moveTo(cursor / COLUMNS, cursor % COLUMNS);
        shown();
    }

    private void changed(int first, int last) {
        firstChanged = Math.min(firstChanged, first);
        lastChanged = Math.max(lastChanged, last);
    }
}
