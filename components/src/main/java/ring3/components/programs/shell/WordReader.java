package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads one word: quotes are taken off and expansions are taken apart (POSIX 2.2, 2.6).
final class WordReader {
    private static final String SPECIAL_PARAMETERS = "@*#?-$!0123456789";

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
            case '$' -> dollar(parts, mode.quoted());
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

    private void dollar(PartList parts, boolean quoted) {
        char c = lexer.peekChar();
        if (lexer.skip("((")) {
            parts.add(new Word.Arithmetic(expression(), quoted));
        } else if (lexer.skip("(")) {
            parts.add(new Word.Substitution(new Parser(lexer).upToParenthesis(), quoted));
        } else if (lexer.skip("{")) {
            parts.add(braced(quoted));
        } else if (SPECIAL_PARAMETERS.indexOf(c) >= 0) {
            lexer.nextChar();
            parts.add(new Word.Parameter(String.valueOf(c), "", Word.EMPTY, quoted));
        } else if (Names.isStart(c)) {
            parts.add(new Word.Parameter(name(), "", Word.EMPTY, quoted));
        } else {
            parts.literal('$', quoted);
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (Names.isPart(lexer.peekChar())) {
            name.append(lexer.nextChar());
        }
        return name.toString();
    }

    private Word.Parameter braced(boolean quoted) {
        if (lexer.peekChar() == '#') {
            lexer.nextChar();
            if (lexer.skip("}")) {
                return new Word.Parameter("#", "", Word.EMPTY, quoted);
            }
            return closed(new Word.Parameter(braceName(), "length", Word.EMPTY, quoted));
        }
        String name = braceName();
        String operator = operator();
        Word argument =
                operator.isEmpty()
                        ? Word.EMPTY
                        : read(isTrim(operator) || !quoted ? Mode.BRACED : Mode.BRACED_DOUBLE);
        return closed(new Word.Parameter(name, operator, argument, quoted));
    }

    private Word.Parameter closed(Word.Parameter parameter) {
        if (lexer.peekChar() == Lexer.END) {
            throw ShellSyntaxException.incomplete("missing }");
        }
        if (!lexer.skip("}")) {
            throw ShellSyntaxException.wrong("bad substitution");
        }
        return parameter;
    }

    private String braceName() {
        String name = name();
        return name.isEmpty() && SPECIAL_PARAMETERS.indexOf(lexer.peekChar()) >= 0
                ? String.valueOf(lexer.nextChar())
                : name;
    }

    private String operator() {
        for (String operator : ParameterExpansion.OPERATORS) {
            if (lexer.skip(operator)) {
                return operator;
            }
        }
        return "";
    }

    private static boolean isTrim(String operator) {
        return operator.charAt(0) == '%' || operator.charAt(0) == '#';
    }

    private Word expression() {
        StringBuilder raw = new StringBuilder();
        for (int depth = 0; depth > 0 || !lexer.skip("))"); ) {
            char c = lexer.nextChar();
            if (c == Lexer.END) {
                throw ShellSyntaxException.incomplete("missing ))");
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            raw.append(c);
        }
        return new WordReader(new Lexer(raw.toString(), 0)).hereDocument();
    }

    /// Between backquotes a backslash takes the meaning of a dollar, a backquote and a backslash
    /// before the commands are looked at.
    private @org.jspecify.annotations.Nullable Command backquoted() {
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

    /// Collects parts and joins neighbouring characters.
    private static final class PartList {
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
}
