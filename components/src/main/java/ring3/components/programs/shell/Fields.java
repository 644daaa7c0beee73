package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;

/// The fields that a word becomes (POSIX 2.6.5). Each is kept twice: as text, and as a pattern in
/// which quoted characters have lost their special meaning.
final class Fields {
    /// A finished field.
    record Field(String text, String pattern) {}

    private final String separators;
    private final List<Field> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean started;
    private boolean afterBlank;

    /// Fields that are split at the characters of `separators`, the value of IFS.
    Fields(String separators) {
        this.separators = separators;
    }

    /// Adds characters to the current field. An empty quoted text is enough to make one.
    void add(String characters, boolean quoted) {
        text.append(characters);
        pattern.append(quoted ? Pattern.quote(characters) : characters);
        started |= quoted || !characters.isEmpty();
    }

    /// Adds the result of an expansion, which is split.
    void split(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (separators.indexOf(c) < 0) {
                afterBlank = false;
                add(String.valueOf(c), false);
            } else if (c == ' ' || c == '\t' || c == '\n') {
                afterBlank |= started;
                end();
            } else if (afterBlank) {
                afterBlank = false;
            } else {
                started = true;
                end();
            }
        }
    }

    /// Ends the current field, if one has begun.
    void end() {
        if (started) {
            done.add(new Field(text.toString(), pattern.toString()));
        }
        text.setLength(0);
        pattern.setLength(0);
        started = false;
    }

    /// All fields.
    List<Field> finish() {
        end();
        return done;
    }
}
