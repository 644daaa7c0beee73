package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the text into tokens (POSIX 2.3).
final class Lexer {
    /// What [#peekChar] gives behind the last character.
    static final char END = '\uffff';

    /// Longer ones first: the longest operator that fits is meant.
    private static final List<String> OPERATORS =
            List.of(
                    "<<-", "&&", "||", ";;", "<<", ">>", ">|", "<>", "<&", ">&", ";", "&", "|", "(",
                    ")", "<", ">");

    private record Pending(Redirect redirect, String delimiter) {}

    private final String text;
    private int next;
    private @Nullable Token peeked;
    private final List<Pending> pending = new ArrayList<>();

    /// A lexer that begins at character `start` of the text.
    Lexer(String text, int start) {
        this.text = text;
        this.next = start;
    }

    /// The place of the first character that was not used.
    int position() {
        return next;
    }

    char peekChar() {
        return next < text.length() ? text.charAt(next) : END;
    }

    char nextChar() {
        char c = peekChar();
        next++;
        return c;
    }

    boolean skip(String expected) {
        boolean there = text.startsWith(expected, next);
        if (there) {
            next += expected.length();
        }
        return there;
    }

    /// The token that [#next] will give.
    Token peek() {
        if (peeked == null) {
            peeked = scan();
        }
        return peeked;
    }

    /// The next token.
    Token next() {
        Token token = peek();
        peeked = null;
        return token;
    }

    /// Reads the lines of a here-document once the line ends.
    void expect(Redirect redirect, String delimiter) {
        pending.add(new Pending(redirect, delimiter));
    }

    private Token scan() {
        skipBlanks();
        if (peekChar() == END) {
            if (!pending.isEmpty()) {
                throw ShellSyntaxException.incomplete("here-document without an end");
            }
            return new Token.End();
        }
        if (skip("\n")) {
            readHereDocuments();
            return new Token.Newline();
        }
        for (String operator : OPERATORS) {
            if (skip(operator)) {
                return new Token.Operator(operator);
            }
        }
        Integer fd = descriptor();
        return fd != null ? new Token.Descriptor(fd) : new Token.Text(new WordReader(this).word());
    }

    private void skipBlanks() {
        while (skip(" ") || skip("\t") || skip("\r") || skip("\\\n")) {}
        if (peekChar() == '#') {
            while (peekChar() != '\n' && peekChar() != END) {
                next++;
            }
        }
    }

    private @Nullable Integer descriptor() {
        char digit = peekChar();
        char behind = next + 1 < text.length() ? text.charAt(next + 1) : END;
        if (digit < '0' || digit > '9' || behind != '<' && behind != '>') {
            return null;
        }
        next++;
        return digit - '0';
    }

    private void readHereDocuments() {
        for (Pending document : pending) {
            Redirect redirect = document.redirect();
            String lines = hereLines(redirect.kind(), document.delimiter());
            Word body =
                    redirect.target().hasQuotes()
                            ? new Word(List.of(new Word.Literal(lines, true)))
                            : new WordReader(new Lexer(lines, 0)).hereDocument();
            redirect.here().fill(body);
        }
        pending.clear();
    }

    private String hereLines(Redirect.Kind kind, String delimiter) {
        StringBuilder lines = new StringBuilder();
        while (true) {
            int end = text.indexOf('\n', next);
            if (peekChar() == END) {
                throw ShellSyntaxException.incomplete("here-document without an end");
            }
            String line = text.substring(next, end < 0 ? text.length() : end);
            next = end < 0 ? text.length() : end + 1;
            if (kind == Redirect.Kind.HERE_TABS) {
                line = withoutLeadingTabs(line);
            }
            if (line.equals(delimiter)) {
                return lines.toString();
            }
            lines.append(line).append('\n');
        }
    }

    private static String withoutLeadingTabs(String line) {
        int tabs = 0;
        while (line.startsWith("\t", tabs)) {
            tabs++;
        }
        return line.substring(tabs);
    }
}
