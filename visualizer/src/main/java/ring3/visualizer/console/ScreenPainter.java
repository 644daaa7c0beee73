package ring3.visualizer.console;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import ring3.hardware.TextScreen;

/// Paints a text screen, and of a new one only the rows that differ from the one before.
final class ScreenPainter {
    /// The width of a character of the shipped font, as a part of its size.
    private static final double ADVANCE = 0.6;

    private final GraphicsContext pen;
    private int cellWidth = 8;
    private int cellHeight = 16;
    private @Nullable TextScreen painted;

    ScreenPainter(GraphicsContext pen) {
        this.pen = pen;
    }

    /// From now on the cells have that size, in whole pixels so that no row is blurred.
    void resize(int width, int height) {
        cellWidth = width;
        cellHeight = height;
        painted = null;
    }

    void paint(TextScreen screen) {
        pen.setFont(Font.font("JetBrains Mono", cellWidth / ADVANCE));
        pen.setTextBaseline(VPos.CENTER);
        TextScreen before = painted;
        for (int row = 0; row < TextScreen.ROWS; row++) {
            if (before == null || rowDiffers(before, screen, row)) {
                paintRow(screen, row);
            }
        }
        painted = screen;
    }

    private static boolean rowDiffers(TextScreen a, TextScreen b, int row) {
        if (a.cursorRow() == row || b.cursorRow() == row) {
            return true;
        }
        for (int column = 0; column < TextScreen.COLUMNS; column++) {
            if (a.charAt(row, column) != b.charAt(row, column)
                    || a.attributeAt(row, column) != b.attributeAt(row, column)) {
                return true;
            }
        }
        return false;
    }

    private void paintRow(TextScreen screen, int row) {
        int begin = 0;
        while (begin < TextScreen.COLUMNS) {
            int end = endOfRun(screen, row, begin);
            paintRun(screen, row, begin, end);
            begin = end;
        }
        if (screen.cursorRow() == row) {
            paintCursor(screen);
        }
    }

    private static int endOfRun(TextScreen screen, int row, int begin) {
        int end = begin + 1;
        while (end < TextScreen.COLUMNS
                && screen.attributeAt(row, end) == screen.attributeAt(row, begin)) {
            end++;
        }
        return end;
    }

    private void paintRun(TextScreen screen, int row, int begin, int end) {
        int attribute = screen.attributeAt(row, begin);
        double x = (double) begin * cellWidth;
        double y = (double) row * cellHeight;
        pen.setFill(VgaColours.background(attribute));
        pen.fillRect(x, y, (double) (end - begin) * cellWidth, cellHeight);
        var text = new StringBuilder();
        for (int column = begin; column < end; column++) {
            text.append(screen.charAt(row, column));
        }
        pen.setFill(VgaColours.foreground(attribute));
        pen.fillText(text.toString(), x, y + cellHeight / 2.0);
    }

    private void paintCursor(TextScreen screen) {
        int attribute = screen.attributeAt(screen.cursorRow(), screen.cursorColumn());
        pen.setFill(VgaColours.foreground(attribute));
        pen.fillRect(
                (double) screen.cursorColumn() * cellWidth,
                (screen.cursorRow() + 1.0) * cellHeight - 3,
                cellWidth,
                2);
    }
}
