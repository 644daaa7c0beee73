package ring3.hardware;

import java.util.Arrays;

/// What the LED panel shows at one moment: 32 columns of 8 lights. It never changes, so a view may
/// keep it while the machine runs on.
public final class LedPicture {
    /// Lights in a row.
    public static final int COLUMNS = 32;

    /// Rows of lights.
    public static final int ROWS = 8;

    /// All there is to see of a panel that is off.
    public static final LedPicture OFF = new LedPicture(false, new byte[COLUMNS]);

    private final boolean on;
    private final byte[] columns;

    private LedPicture(boolean on, byte[] columns) {
        this.on = on;
        this.columns = columns;
    }

    /// A panel that is on.
    ///
    /// @param columns a byte for each column, bit 0 its top row; they are copied
    static LedPicture on(byte[] columns) {
        assert columns.length == COLUMNS : "a panel has 32 columns";
        return new LedPicture(true, columns.clone());
    }

    /// Whether the panel is on. One that is on may still be dark.
    public boolean isOn() {
        return on;
    }

    /// Whether a light shines. Column 0 is the leftmost, row 0 the top one.
    public boolean isLit(int column, int row) {
        return (columns[column] >> row & 1) != 0;
    }

    /// How many lights shine, 0 to 256.
    public int litCount() {
        int count = 0;
        for (byte column : columns) {
            count += Integer.bitCount(column & 0xff);
        }
        return count;
    }

    /// Two pictures are equal when nobody could tell them apart.
    @Override
    public boolean equals(Object other) {
        return other instanceof LedPicture that
                && on == that.on
                && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + (on ? 1 : 0);
    }
}
