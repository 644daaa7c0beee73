package ring3.visualizer.console;

import static ring3.visualizer.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ring3.hardware.TextScreen;
import ring3.visualizer.ConsoleKey;

/// The emulated console, drawn from the text memory of the VGA. A click gives it the keyboard, and
/// a thick frame says so.
public final class ConsoleView {
    private static final int CELL_WIDTH_MIN = 4;

    /// The cells of a VGA are twice as high as wide; where room is short they may be lower.
    private static final double CELL_RATIO = 2;

    private static final double CELL_RATIO_MIN = 1.65;

    /// What the frame takes on each side.
    private static final double FRAME = 3;

    private final ConsoleViewModel model;
    private final Canvas canvas = new Canvas();
    private final ScreenPainter painter = new ScreenPainter(canvas.getGraphicsContext2D());
    private final StackPane screen = new StackPane(canvas);
    private final VBox box;

    /// A console over that model.
    ///
    /// @param leave what Esc does, besides giving the keyboard back
    public ConsoleView(ConsoleViewModel model, Runnable leave) {
        this.model = model;
        screen.setId("console");
        screen.getStyleClass().add("console-screen");
        screen.setFocusTraversable(true);
        screen.setAccessibleRole(AccessibleRole.TEXT_AREA);
        screen.setMinSize(0, 0);
        screen.setOnMousePressed(_ -> screen.requestFocus());
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, leave));
        screen.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        screen.widthProperty().subscribe(this::fit);
        screen.heightProperty().subscribe(this::fit);
        model.screenProperty().subscribe(this::paint);
        VBox.setVgrow(screen, Priority.ALWAYS);
        box = new VBox(header(), screen);
        box.getStyleClass().addAll("panel", "console");
    }

    /// The node to put into the window.
    public Region node() {
        return box;
    }

    /// Whether the console has the keyboard.
    public boolean hasKeyboard() {
        return screen.isFocused();
    }

    private HBox header() {
        var title = new Label(text("console.title"));
        title.getStyleClass().add("panel-title");
        var hint = new Label();
        hint.setId("console-hint");
        screen.focusedProperty()
                .subscribe(focused -> {
                    hint.setText(text(focused ? "console.leave" : "console.enter"));
                    hint.getStyleClass().setAll("label", focused ? "keys-here" : "dim");
                });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(title, gap, hint);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private void pressed(KeyEvent event, Runnable leave) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        } else if (event.isControlDown() && event.getCode().isLetterKey()) {
            model.typeControl(event.getCode().getChar().charAt(0));
            event.consume();
        } else {
            press(event);
        }
    }

    private void press(KeyEvent event) {
        ConsoleKey key = HostKeys.key(event.getCode());
        if (key != null) {
            model.press(key);
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (!event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
            event.getCharacter().chars().forEach(c -> model.type((char) c));
        }
        event.consume();
    }

    private void fit() {
        double width = screen.getWidth() - 2 * FRAME;
        double height = screen.getHeight() - 2 * FRAME;
        int byWidth = (int) (width / TextScreen.COLUMNS);
        int byHeight = (int) (height / TextScreen.ROWS / CELL_RATIO_MIN);
        int cellWidth = Math.max(CELL_WIDTH_MIN, Math.min(byWidth, byHeight));
        int cellHeight =
                (int) Math.min(cellWidth * CELL_RATIO, Math.max(1, height / TextScreen.ROWS));
        canvas.setWidth((double) cellWidth * TextScreen.COLUMNS);
        canvas.setHeight((double) cellHeight * TextScreen.ROWS);
        painter.resize(cellWidth, cellHeight);
        paint();
    }

    private void paint() {
        TextScreen shown = model.screenProperty().get();
        if (shown != null) {
            painter.paint(shown);
            screen.setAccessibleText(shown.text());
        }
    }
}
