package ring3.components.programs.shell;

import org.jspecify.annotations.Nullable;

/// Reads one word: quotes are taken off and expansions are taken apart (POSIX 2.2, 2.6).
final class WordReader {
    private enum Mode {
        /// Outside quotes.
        BARE,
        /// Inside `${name-...}`.
        BRACED,
        /// Inside double quotes.
        DOUBLE,
        /// Inside `${name-...}` inside double quotes.
        BRACED_DOUBLE,
        /// In a here-document: as in double quotes, but a quote is an ordinary character.
        HERE;

        boolean quoted() {
            return this == DOUBLE || this == BRACED_DOUBLE || this == HERE;
        }

        boolean endsAt(char c) {
            return switch (this) {
                case BARE -> " \t\r\n;&|<>()".indexOf(c) >= 0;
                case BRACED, BRACED_DOUBLE -> c == '}';
                case DOUBLE -> c == '"';
                case HERE -> false;
            };
        }

        /// Which characters a backslash takes the meaning of; elsewhere it stands for itself.
        boolean escapes(char c) {
            return switch (this) {
                case BARE, BRACED -> true;
                case DOUBLE -> "$`\"\\\n".indexOf(c) >= 0;
                case BRACED_DOUBLE -> "$`\"\\\n}".indexOf(c) >= 0;
                case HERE -> "$`\\\n".indexOf(c) >= 0;
            };
        }
    }

    private final Lexer lexer;

    WordReader(Lexer lexer) {
        this.lexer = lexer;
    }

    /// The word that begins here.
    Word word() {
        return read(Mode.BARE);
    }

    /// All the text as the body of a here-document.
    Word hereDocument() {
        return read(Mode.HERE);
    }

    /// The argument of an operator in `${...}`, up to the brace. The quotes around the whole do not
    /// reach into a pattern.
    Word braceArgument(boolean quoted) {
        return read(quoted ? Mode.BRACED_DOUBLE : Mode.BRACED);
    }

    private Word read(Mode mode) {
        PartList parts = new PartList();
        while (true) {
            char c = lexer.peekChar();
            if (c == Lexer.END && mode != Mode.BARE && mode != Mode.HERE) {
                throw ShellSyntaxException.incomplete("unterminated quoted string");
            }
            if (c == Lexer.END || mode.endsAt(c)) {
                return parts.toWord();
            }
            lexer.nextChar();
            readPart(parts, c, mode);
        }
    }

    private void readPart(PartList parts, char c, Mode mode) {
        switch (c) {
            case '\\' -> escape(parts, mode);
            case '$' -> new DollarReader(lexer, this).read(parts, mode.quoted());
            case '`' -> parts.add(new Word.Substitution(backquoted(), mode.quoted()));
            case '\'' -> {
                if (mode.quoted()) {
                    parts.literal(c, true);
                } else {
                    parts.quoted(rawUpTo('\''));
                }
            }
            case '"' -> {
                if (mode == Mode.HERE) {
                    parts.literal(c, true);
                } else {
                    parts.addQuoted(read(Mode.DOUBLE));
                    lexer.nextChar();
                }
            }
            default -> parts.literal(c, mode.quoted());
        }
    }

    private void escape(PartList parts, Mode mode) {
        char c = lexer.peekChar();
        if (c == Lexer.END || !mode.escapes(c)) {
            parts.literal('\\', true);
        } else if (lexer.nextChar() != '\n') {
            parts.literal(c, true);
        }
    }

    private String rawUpTo(char end) {
        StringBuilder raw = new StringBuilder();
        for (char c = lexer.nextChar(); c != end; c = lexer.nextChar()) {
            if (c == Lexer.END) {
                throw ShellSyntaxException.incomplete("unterminated quoted string");
            }
            raw.append(c);
        }
        return raw.toString();
    }

    /// Between backquotes a backslash takes the meaning of a dollar, a backquote and a backslash
    /// before the commands are looked at.
    private @Nullable Command backquoted() {
        StringBuilder raw = new StringBuilder();
        for (char c = lexer.nextChar(); c != '`'; c = lexer.nextChar()) {
            if (c == Lexer.END) {
                throw ShellSyntaxException.incomplete("unterminated `");
            }
            if (c == '\\' && "$`\\".indexOf(lexer.peekChar()) >= 0) {
                c = lexer.nextChar();
            }
            raw.append(c);
        }
        return new Parser(new Lexer(raw.toString(), 0)).upToEnd();
    }
}
