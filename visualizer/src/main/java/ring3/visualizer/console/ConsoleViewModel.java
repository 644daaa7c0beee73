package ring3.visualizer.console;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import ring3.hardware.Key;
import ring3.hardware.TextScreen;
import ring3.visualizer.LabFrame;
import ring3.visualizer.MachineControl;

/// What the console shows, and what is typed on it.
public final class ConsoleViewModel {
    private final MachineControl control;
    private final ReadOnlyObjectWrapper<@Nullable TextScreen> screen =
            new ReadOnlyObjectWrapper<>();

    /// A console with its keyboard on this machine.
    public ConsoleViewModel(MachineControl control) {
        this.control = control;
    }

    /// Shows a frame.
    public void show(LabFrame frame) {
        screen.set(frame.snapshot().screen());
    }

    /// A character was typed; those that a key without a character stands for come by [#press].
    public void type(char character) {
        if (character >= ' ' && character < 0x7f) {
            control.key(character);
        }
    }

    /// A key went down. Returns whether the machine has such a key and got it.
    public boolean press(KeyCode code, boolean controlDown) {
        if (controlDown && code.isLetterKey()) {
            control.key((char) (code.getCode() - KeyCode.A.getCode() + 1));
            return true;
        }
        Key key = key(code);
        if (key != null) {
            control.key(key);
        }
        return key != null;
    }

    private static @Nullable Key key(KeyCode code) {
        return switch (code) {
            case ENTER -> Key.ENTER;
            case BACK_SPACE -> Key.BACKSPACE;
            case TAB -> Key.TAB;
            case UP -> Key.UP;
            case DOWN -> Key.DOWN;
            case LEFT -> Key.LEFT;
            case RIGHT -> Key.RIGHT;
            case HOME -> Key.HOME;
            case END -> Key.END;
            case PAGE_UP -> Key.PAGE_UP;
            case PAGE_DOWN -> Key.PAGE_DOWN;
            case INSERT -> Key.INSERT;
            case DELETE -> Key.DELETE;
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> Key.valueOf(code.name());
            default -> null; // The emulated keyboard has no other keys without a character.
        };
    }

    /// What the screen shows; null before the first frame.
    public ReadOnlyObjectProperty<@Nullable TextScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }
}
