package ring3.visualizer.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// As much program text around the current line as there is room for.
final class SourceListing extends VBox {
    private static final double LINE_HEIGHT = 17;
    private static final int LINES_MAX = 40;

    private List<SourceRow> rows = List.of();
    private int linesShown = -1;

    SourceListing() {
        getStyleClass().add("source");
        setMinHeight(0);
        setPrefHeight(0);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        heightProperty().subscribe(this::fit);
    }

    void show(List<SourceRow> next) {
        rows = next;
        setVisible(!next.isEmpty());
        linesShown = -1;
        fit();
    }

    private void fit() {
        int lines = Math.clamp((int) (getHeight() / LINE_HEIGHT), 0, LINES_MAX);
        if (lines == linesShown) {
            return;
        }
        linesShown = lines;
        int first = first(lines);
        int end = Math.min(rows.size(), first + lines);
        getChildren().setAll(rows.subList(first, end).stream().map(SourceListing::line).toList());
    }

    private int first(int lines) {
        int current = 0;
        for (SourceRow row : rows) {
            if (row.current()) {
                current = row.number() - 1;
            }
        }
        return Math.clamp(current - lines / 2, 0, Math.max(0, rows.size() - lines));
    }

    private static HBox line(SourceRow row) {
        var number = new Label(Integer.toString(row.number()));
        number.getStyleClass().addAll("source-number", "dim");
        number.setMinWidth(USE_PREF_SIZE);
        var text = new Label(row.text());
        text.getStyleClass().add("source-text");
        var line = new HBox(number, text);
        line.getStyleClass().add("source-line");
        if (row.current()) {
            line.getStyleClass().add("current");
        }
        return line;
    }
}
