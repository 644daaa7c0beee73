package ring3.components.programs.shell;

/// What the lexer makes of the text.
sealed interface Token {
    /// A word.
    record Text(Word word) implements Token {}

    /// One of `; & | && || ;; ( ) < > >> >| <> <& >& << <<-`.
    record Operator(String text) implements Token {}

    /// The number of the descriptor in front of a redirection.
    record Descriptor(int fd) implements Token {}

    /// The end of a line.
    record Newline() implements Token {}

    /// The end of the text.
    record End() implements Token {}

    /// How an error message names it.
    default String shown() {
        return switch (this) {
            case Text(Word word) -> {
                String plain = word.plain();
                yield plain == null ? "word" : "\"" + plain + "\"";
            }
            case Operator(String text) -> "\"" + text + "\"";
            case Descriptor(int fd) -> Integer.toString(fd);
            case Newline _ -> "newline";
            case End _ -> "end of file";
        };
    }
}
