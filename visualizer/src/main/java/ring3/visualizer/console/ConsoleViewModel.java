package ring3.visualizer.console;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ring3.hardware.TextScreen;
import ring3.visualizer.ConsoleKey;
import ring3.visualizer.LabFrame;
import ring3.visualizer.MachineControl;

/// What the console shows, and what is typed on it.
public final class ConsoleViewModel {
    private static final char DELETE = 0x7f;

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

    /// A character was typed. A US keyboard has those of ASCII; control characters come as keys.
    public void type(char character) {
        if (character >= ' ' && character < DELETE) {
            control.key(character);
        }
    }

    /// A letter was typed while Ctrl was down: C gives ETX, and so on.
    public void typeControl(char letter) {
        control.key((char) (letter & 0x1f));
    }

    /// A key without a character went down.
    public void press(ConsoleKey key) {
        control.key(key);
    }

    /// What the screen shows; null before the first frame.
    public ReadOnlyObjectProperty<@Nullable TextScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }
}
