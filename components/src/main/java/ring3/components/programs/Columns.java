package ring3.components.programs;

import java.util.List;

/// Text in columns.
final class Columns {
    private static final int GAP = 2;

    private Columns() {}

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /// The length of the longest.
    static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    /// The texts in as few lines of `width` characters as equal columns allow, down before across.
    static String fill(List<String> texts, int width) {
        int column = widest(texts) + GAP;
        int columns = Math.max(1, (width + GAP) / column);
        int rows = (texts.size() + columns - 1) / columns;
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int i = row; i < texts.size(); i += rows) {
                boolean last = i + rows >= texts.size();
                lines.append(last ? texts.get(i) : left(texts.get(i), column));
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
