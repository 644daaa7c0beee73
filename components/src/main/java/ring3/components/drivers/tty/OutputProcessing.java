package ring3.components.drivers.tty;

/// What happens to characters between a program and the device (minix: drivers/tty/tty,
/// out_process). It also knows the column that the terminal is at, so that tabs can be echoed and
/// erased.
final class OutputProcessing {
    /// One character of a program may become so many for the device.
    static final int EXPANSION_MAX = 2;

    private static final int TAB_STOP = 8;

    private final TerminalDevice device;
    private boolean addReturn = true;
    private int column;

    OutputProcessing(TerminalDevice device) {
        this.device = device;
    }

    /// Whether a newline shall also go back to the first column.
    void setAddReturn(boolean addReturn) {
        this.addReturn = addReturn;
    }

    /// Shows the first `length` of `characters`.
    void put(byte[] characters, int length) {
        for (int i = 0; i < length; i++) {
            put(characters[i] & 0xff);
        }
    }

    /// Shows a character.
    void put(int character) {
        if (character == '\n' && addReturn) {
            show('\r');
        }
        show(character);
    }

    /// How many columns a tab takes here.
    int tabWidth() {
        return TAB_STOP - column % TAB_STOP;
    }

    private void show(int character) {
        device.put(character);
        switch (character) {
            case '\r' -> column = 0;
            case '\b' -> column = Math.max(0, column - 1);
            case '\t' -> column += tabWidth();
            default -> column += character >= ' ' ? 1 : 0;
        }
    }
}
