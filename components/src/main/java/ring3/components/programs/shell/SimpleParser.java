package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Simple commands: assignments, words and redirections in a row.
final class SimpleParser {
    private final Parser parser;
    private final Lexer lexer;

    SimpleParser(Parser parser, Lexer lexer) {
        this.parser = parser;
        this.lexer = lexer;
    }

    /// The simple command that begins here.
    Command command() {
        List<Command.Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            if (isRedirect()) {
                redirects.add(redirect());
            } else if (lexer.peek() instanceof Token.Text(Word word)) {
                lexer.next();
                Command.Assignment assignment = words.isEmpty() ? assignment(word) : null;
                if (assignment != null) {
                    assignments.add(assignment);
                } else {
                    words.add(word);
                }
            } else {
                break;
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) {
            throw parser.unexpected();
        }
        return new Command.Simple(assignments, words, redirects);
    }

    private static Command.@Nullable Assignment assignment(Word word) {
        if (word.parts().isEmpty()
                || !(word.parts().getFirst() instanceof Word.Literal(String text, boolean quoted))
                || quoted) {
            return null;
        }
        int equals = text.indexOf('=');
        if (equals < 0 || !Names.isName(text.substring(0, equals))) {
            return null;
        }
        List<Word.Part> value = new ArrayList<>(word.parts());
        value.set(0, new Word.Literal(text.substring(equals + 1), false));
        return new Command.Assignment(text.substring(0, equals), new Word(value));
    }

    /// The redirections that begin here.
    List<Redirect> redirects() {
        List<Redirect> redirects = new ArrayList<>();
        while (isRedirect()) {
            redirects.add(redirect());
        }
        return redirects;
    }

    private boolean isRedirect() {
        return switch (lexer.peek()) {
            case Token.Descriptor _ -> true;
            case Token.Operator(String text) -> text.charAt(0) == '<' || text.charAt(0) == '>';
            default -> false;
        };
    }

    private Redirect redirect() {
        Integer fd = lexer.peek() instanceof Token.Descriptor(int number) ? number : null;
        if (fd != null) {
            lexer.next();
        }
        if (!(lexer.next() instanceof Token.Operator(String operator))) {
            throw parser.unexpected();
        }
        Redirect.Kind kind = Redirect.Kind.of(operator);
        Word target = parser.word();
        int redirected = fd == null ? kind.defaultFd() : fd;
        Redirect redirect = new Redirect(redirected, kind, target, new HereDocument());
        if (kind.isHere()) {
            lexer.expect(redirect, unquoted(target));
        }
        return redirect;
    }

    private static String unquoted(Word delimiter) {
        StringBuilder text = new StringBuilder();
        for (Word.Part part : delimiter.parts()) {
            if (part instanceof Word.Literal(String literal, _)) {
                text.append(literal);
            }
        }
        return text.toString();
    }
}
