package ring3.components.lib.conf;

import java.util.ArrayList;
import java.util.List;

/// The words of a privileges file. Braces and semicolons are words by themselves, and from a `#` to
/// the end of its line nobody reads (minix: commands/minix-service/config.c).
final class ConfWords {
    /// What follows the last word.
    static final String END = "";

    private static final String ALONE = "{};";

    private record Word(String text, int line) {}

    private final String file;
    private final List<Word> words = new ArrayList<>();
    private int line = 1;
    private int next;

    ConfWords(String file, String text) {
        this.file = file;
        for (int at = 0; at < text.length(); ) {
            at = take(text, at);
        }
    }

    private int take(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        } else if (isPart(c)) {
            int end = at;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            words.add(new Word(text.substring(at, end), line));
            return end;
        } else if (ALONE.indexOf(c) >= 0) {
            words.add(new Word(String.valueOf(c), line));
        }
        return at + 1;
    }

    private static boolean isPart(char c) {
        return c > ' ' && c != '#' && ALONE.indexOf(c) < 0;
    }

    /// The next word, or [#END].
    String next() {
        return next < words.size() ? words.get(next++).text() : END;
    }

    /// The next word must be `wanted`.
    void expect(String wanted, String where) throws ConfMistake {
        String found = next();
        if (!found.equals(wanted)) {
            throw mistake(
                    "'"
                            + wanted
                            + "' is missing "
                            + where
                            + (found.isEmpty() ? "" : ", not '" + found + "'"));
        }
    }

    /// The words up to the semicolon that ends an option.
    List<String> values(String option) throws ConfMistake {
        List<String> values = new ArrayList<>();
        String word = next();
        for (; !word.equals(";"); word = next()) {
            if (word.equals(END) || word.equals("{") || word.equals("}")) {
                throw mistake("';' is missing behind the option " + option);
            }
            values.add(word);
        }
        return values;
    }

    /// A mistake in the line of the last word.
    ConfMistake mistake(String cause) {
        int last = Math.min(next, words.size()) - 1;
        return new ConfMistake(file, last < 0 ? 1 : words.get(last).line(), cause);
    }
}
