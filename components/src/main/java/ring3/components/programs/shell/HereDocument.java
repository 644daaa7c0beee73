package ring3.components.programs.shell;

/// The lines that follow a command with `<<`. They come after the rest of its line, so they are
/// filled in when the newline is reached.
public final class HereDocument {
    private Word body = Word.EMPTY;

    /// The lines.
    public Word body() {
        return body;
    }

    void fill(Word lines) {
        body = lines;
    }
}
