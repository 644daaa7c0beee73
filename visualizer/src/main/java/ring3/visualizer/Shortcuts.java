package ring3.visualizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the window. They are looked at before any node sees them, so that Space runs the
/// machine whatever button has the focus; letters count only while nobody types.
final class Shortcuts {
    private final List<Shortcut> all = new ArrayList<>();
    private final Runnable escape;

    /// A key and what it does.
    ///
    /// @param keys as people read them: `Shift+F5`, or one character that is typed
    /// @param text key of the text that says what it does
    record Shortcut(String keys, String text, Runnable action) {
        boolean isTyped() {
            return keys.length() == 1;
        }

        boolean isPlain() {
            return isTyped() || keys.equals("Space") || keys.equals("Right");
        }

        boolean matches(KeyEvent event) {
            return !isTyped() && KeyCombination.valueOf(keys).match(event);
        }

        boolean matches(String typed) {
            return isTyped() && keys.equals(typed.toUpperCase(Locale.ROOT));
        }
    }

    /// @param escape what Esc does
    Shortcuts(Runnable escape) {
        this.escape = escape;
    }

    /// Adds a key; the order is that of the key sheet.
    void add(String keys, String text, Runnable action) {
        all.add(new Shortcut(keys, text, action));
    }

    /// All of them, for the key sheet.
    List<Shortcut> all() {
        return List.copyOf(all);
    }

    /// Listens to the keys of that window, which go to the machine while the console has them.
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene.getFocusOwner(), event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene.getFocusOwner(), event));
    }

    private void pressed(@Nullable Node focus, KeyEvent event) {
        if (isConsole(focus)) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            escape.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && focus instanceof ButtonBase button) {
            button.fire();
            event.consume();
        } else {
            all.stream()
                    .filter(s -> s.matches(event) && !(s.isPlain() && needs(focus, event)))
                    .findFirst()
                    .ifPresent(shortcut -> run(shortcut, event));
        }
    }

    private void typed(@Nullable Node focus, KeyEvent event) {
        boolean isText = focus instanceof TextInputControl || isConsole(focus);
        if (isText || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        all.stream()
                .filter(s -> s.matches(event.getCharacter()))
                .findFirst()
                .ifPresent(shortcut -> run(shortcut, event));
    }

    private static void run(Shortcut shortcut, KeyEvent event) {
        event.consume();
        shortcut.action().run();
    }

    private static boolean isConsole(@Nullable Node focus) {
        return focus != null && "console".equals(focus.getId());
    }

    /// Whether the node with the focus needs a plain key for itself.
    private static boolean needs(@Nullable Node focus, KeyEvent event) {
        return switch (focus) {
            case TextInputControl _ -> true;
            case Slider _, TabPane _, TableView<?> _, ListView<?> _, ScrollPane _ ->
                    event.getCode() == KeyCode.RIGHT;
            case ComboBoxBase<?> _ -> true;
            case null, default -> false;
        };
    }
}
