package ring3.visualizer.console;

import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import ring3.visualizer.ConsoleKey;

/// Which key of the emulated keyboard a key of the host stands for.
final class HostKeys {
    private HostKeys() {}

    /// The key, or null when the emulated keyboard has none like it.
    static @Nullable ConsoleKey key(KeyCode code) {
        return switch (code) {
            case ENTER -> ConsoleKey.ENTER;
            case BACK_SPACE -> ConsoleKey.BACKSPACE;
            case TAB -> ConsoleKey.TAB;
            case UP, KP_UP -> ConsoleKey.UP;
            case DOWN, KP_DOWN -> ConsoleKey.DOWN;
            case LEFT, KP_LEFT -> ConsoleKey.LEFT;
            case RIGHT, KP_RIGHT -> ConsoleKey.RIGHT;
            case HOME -> ConsoleKey.HOME;
            case END -> ConsoleKey.END;
            case PAGE_UP -> ConsoleKey.PAGE_UP;
            case PAGE_DOWN -> ConsoleKey.PAGE_DOWN;
            case INSERT -> ConsoleKey.INSERT;
            case DELETE -> ConsoleKey.DELETE;
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 ->
                    ConsoleKey.valueOf(code.name());
            default -> null; // The other keys have characters, or a PC keyboard lacks them.
        };
    }
}
