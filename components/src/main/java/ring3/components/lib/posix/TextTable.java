package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// The tables that servers answer as text: a line a row, words separated by blanks.
final class TextTable {
    private TextTable() {}

    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        text.lines().forEach(line -> rows.add(words(line)));
        return rows;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer rest = new StringTokenizer(line); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words;
    }
}
