package ring3.components.drivers.tty;

import java.util.Arrays;

/// Turns the characters that programs send into changes of the screen: those that a VT100 knows, as
/// far as a shell and simple full-screen programs need them (ECMA-48). Unknown sequences are
/// swallowed whole.
final class EscapeSequences {
    private static final int ESCAPE = 0x1b;
    private static final int PARAMETERS_MAX = 8;
    private static final int PARAMETER_MAX = 999;

    private enum State {
        TEXT,
        ESCAPED,
        PARAMETERS
    }

    private final Screen screen;
    private final Colors colors = new Colors();
    private final int[] parameters = new int[PARAMETERS_MAX];
    private int parameter;
    private State state = State.TEXT;

    EscapeSequences(Screen screen) {
        this.screen = screen;
    }

    void put(int character) {
        switch (state) {
            case TEXT -> text(character);
            case ESCAPED -> escaped(character);
            case PARAMETERS -> parameter(character);
        }
    }

    private void text(int character) {
        switch (character) {
            case '\n' -> screen.lineFeed();
            case '\r' -> screen.carriageReturn();
            case '\b' -> screen.backspace();
            case '\t' -> screen.tab();
            case ESCAPE -> state = State.ESCAPED;
            default -> {
                if (character >= ' ' && character != 0x7f) {
                    screen.put(character);
                }
            }
        }
    }

    private void escaped(int character) {
        state = character == '[' ? State.PARAMETERS : State.TEXT;
        Arrays.fill(parameters, 0);
        parameter = 0;
    }

    private void parameter(int character) {
        if (character >= '0' && character <= '9') {
            int value = parameters[parameter] * 10 + character - '0';
            parameters[parameter] = Math.min(value, PARAMETER_MAX);
        } else if (character == ';') {
            parameter = Math.min(parameter + 1, PARAMETERS_MAX - 1);
        } else if (character >= '@') {
            state = State.TEXT;
            obey(character);
        }
    }

    private void obey(int command) {
        int distance = Math.max(1, parameters[0]);
        switch (command) {
            case 'A' -> screen.moveTo(screen.row() - distance, screen.column());
            case 'B' -> screen.moveTo(screen.row() + distance, screen.column());
            case 'C' -> screen.moveTo(screen.row(), screen.column() + distance);
            case 'D' -> screen.moveTo(screen.row(), screen.column() - distance);
            case 'H', 'f' -> screen.moveTo(distance - 1, Math.max(1, parameters[1]) - 1);
            case 'J' -> eraseScreen(parameters[0]);
            case 'K' -> eraseRow(parameters[0]);
            case 'm' -> selectColors();
            default -> {} // Nothing that we know.
        }
    }

    private void eraseScreen(int part) {
        int before = screen.row() * Screen.COLUMNS + screen.column();
        erase(part, 0, before, Screen.ROWS * Screen.COLUMNS);
    }

    private void eraseRow(int part) {
        erase(part, screen.row(), screen.column(), Screen.COLUMNS);
    }

    /// Of `size` cells from the start of a row on, `before` of them before the cursor: 0 erases
    /// from the cursor on, 1 up to and with the cursor, 2 all.
    private void erase(int part, int row, int before, int size) {
        switch (part) {
            case 0 -> screen.erase(row, before, size - before);
            case 1 -> screen.erase(row, 0, before + 1);
            case 2 -> screen.erase(row, 0, size);
            default -> {} // Nothing that we know.
        }
    }

    private void selectColors() {
        for (int i = 0; i <= parameter; i++) {
            colors.select(parameters[i]);
        }
        screen.setAttribute(colors.attribute());
    }
}
