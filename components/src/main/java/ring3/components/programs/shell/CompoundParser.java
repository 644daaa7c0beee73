package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that contain commands: they begin with a keyword or a parenthesis.
final class CompoundParser {
    private final Parser parser;
    private final Lexer lexer;

    CompoundParser(Parser parser, Lexer lexer) {
        this.parser = parser;
        this.lexer = lexer;
    }

    /// The compound command that begins here, null when another kind of command does.
    @Nullable Command command() {
        if (parser.isOperator("(")) {
            lexer.next();
            Command body = parser.list();
            parser.expectOperator(")");
            return new Command.Subshell(body);
        }
        String keyword = parser.keyword();
        switch (keyword) {
            case "{", "if", "while", "until", "for", "case" -> lexer.next();
            case "then", "else", "elif", "fi", "do", "done", "esac", "}" ->
                    throw parser.unexpected();
            default -> {}
        }
        return switch (keyword) {
            case "{" -> listUpTo("}");
            case "if" -> conditional();
            case "while", "until" -> loop(keyword.equals("until"));
            case "for" -> each();
            case "case" -> choice();
            default -> null;
        };
    }

    private Command listUpTo(String keyword) {
        Command list = parser.list();
        parser.expectKeyword(keyword);
        return list;
    }

    private Command conditional() {
        Command condition = listUpTo("then");
        Command then = parser.list();
        Command otherwise = null;
        switch (parser.keyword()) {
            case "elif" -> {
                lexer.next();
                return new Command.If(condition, then, conditional());
            }
            case "else" -> {
                lexer.next();
                otherwise = parser.list();
            }
            default -> {}
        }
        parser.expectKeyword("fi");
        return new Command.If(condition, then, otherwise);
    }

    private Command loop(boolean until) {
        Command condition = listUpTo("do");
        return new Command.Loop(condition, until, listUpTo("done"));
    }

    private Command each() {
        String name = parser.word().plain();
        if (name == null || !Names.isName(name)) {
            throw ShellSyntaxException.wrong("bad for loop variable");
        }
        parser.skipNewlines();
        List<Word> words = null;
        if (parser.keyword().equals("in")) {
            lexer.next();
            words = new ArrayList<>();
            while (lexer.peek() instanceof Token.Text) {
                words.add(parser.word());
            }
        }
        if (parser.isOperator(";")) {
            lexer.next();
        }
        parser.skipNewlines();
        parser.expectKeyword("do");
        return new Command.For(name, words, listUpTo("done"));
    }

    private Command choice() {
        Word subject = parser.word();
        parser.skipNewlines();
        parser.expectKeyword("in");
        parser.skipNewlines();
        List<Command.Arm> arms = new ArrayList<>();
        while (!parser.keyword().equals("esac")) {
            arms.add(arm());
            parser.skipNewlines();
        }
        lexer.next();
        return new Command.Case(subject, arms);
    }

    private Command.Arm arm() {
        if (parser.isOperator("(")) {
            lexer.next();
        }
        List<Word> patterns = new ArrayList<>();
        patterns.add(parser.word());
        while (parser.isOperator("|")) {
            lexer.next();
            patterns.add(parser.word());
        }
        parser.expectOperator(")");
        parser.skipNewlines();
        boolean empty = parser.isOperator(";;") || parser.keyword().equals("esac");
        Command body = empty ? new Command.Sequence(List.of()) : parser.list();
        if (!parser.keyword().equals("esac")) {
            parser.expectOperator(";;");
        }
        return new Command.Arm(patterns, body);
    }

    /// The rest of a function definition behind its name.
    Command function(@Nullable String name) {
        if (name == null || !Names.isName(name)) {
            throw parser.unexpected();
        }
        parser.expectOperator("(");
        parser.expectOperator(")");
        parser.skipNewlines();
        return new Command.Function(name, parser.command());
    }
}
