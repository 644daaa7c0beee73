package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;

/// Collects parts and joins neighbouring characters.
final class PartList {
    private final List<Word.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textQuoted;

    void literal(char c, boolean quoted) {
        if (textQuoted != quoted) {
            endText();
        }
        textQuoted = quoted;
        text.append(c);
    }

    void quoted(String quotedText) {
        endText();
        parts.add(new Word.Literal(quotedText, true));
    }

    void add(Word.Part part) {
        endText();
        parts.add(part);
    }

    /// What stood in double quotes; nothing between them is still a field.
    void addQuoted(Word word) {
        endText();
        if (word.parts().isEmpty()) {
            parts.add(new Word.Literal("", true));
        }
        parts.addAll(word.parts());
    }

    private void endText() {
        if (!text.isEmpty()) {
            parts.add(new Word.Literal(text.toString(), textQuoted));
            text.setLength(0);
        }
    }

    Word toWord() {
        endText();
        return new Word(parts);
    }
}
