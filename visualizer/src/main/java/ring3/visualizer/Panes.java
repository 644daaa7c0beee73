package ring3.visualizer;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The four panes of the window and the dividers between them: the house over the log, the
/// inspector over the console.
final class Panes {
    private static final double RIGHT_PART = 0.4;
    private static final double RIGHT_MIN = 520;
    private static final double RIGHT_MAX = 684;
    private static final double HOUSE_PART = 0.68;

    /// A house that is higher than this spreads its layers, and says no more.
    private static final double HOUSE_MAX = 610;

    private static final double CONSOLE_PART = 0.51;

    /// The console is as high as 25 rows of cells twice as high as wide, and its header.
    private static final double CONSOLE_RATIO = 25 * 2 / 80.0;

    private static final double CONSOLE_HEADER = 50;

    private final SplitPane left = new SplitPane();
    private final SplitPane right = new SplitPane();
    private final SplitPane all = new SplitPane(left, right);

    Panes(Region house, Region log, Region inspector, Region console) {
        left.setOrientation(Orientation.VERTICAL);
        left.getItems().setAll(house, log);
        right.setOrientation(Orientation.VERTICAL);
        right.getItems().setAll(inspector, console);
        all.getStyleClass().add("panes");
        all.widthProperty().subscribe(this::arrange);
        all.heightProperty().subscribe(this::arrange);
    }

    SplitPane node() {
        return all;
    }

    /// Puts the dividers where each pane has the room it needs.
    void arrange() {
        double width = all.getWidth();
        double height = all.getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        double rightWidth = Math.min(Math.clamp(width * RIGHT_PART, RIGHT_MIN, RIGHT_MAX), width);
        double console = Math.floor((rightWidth - 24) / 80) * 80 * CONSOLE_RATIO + CONSOLE_HEADER;
        all.setDividerPositions(1 - rightWidth / width);
        left.setDividerPositions(Math.min(HOUSE_PART * height, HOUSE_MAX) / height);
        right.setDividerPositions(1 - Math.min(console / height, CONSOLE_PART));
    }
}
