package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes commands of tokens (POSIX 2.10).
public final class Parser {
    private static final List<String> ENDING_KEYWORDS =
            List.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

    private final Lexer lexer;
    private final CompoundParser compounds;
    private final SimpleParser simples;

    Parser(Lexer lexer) {
        this.lexer = lexer;
        this.compounds = new CompoundParser(this, lexer);
        this.simples = new SimpleParser(this, lexer);
    }

    /// A parser of `text` from character `start` on.
    public static Parser of(String text, int start) {
        return new Parser(new Lexer(text, start));
    }

    /// The place of the first character behind the command that was parsed.
    public int position() {
        return lexer.position();
    }

    /// The next command up to the end of its line, null when there is none any more.
    public @Nullable Command next() {
        skipNewlines();
        if (lexer.peek() instanceof Token.End) {
            return null;
        }
        Command command = line();
        switch (lexer.peek()) {
            case Token.Newline _, Token.End _ -> lexer.next();
            default -> throw unexpected();
        }
        return command;
    }

    /// All commands up to the end of the text, null for none.
    @Nullable Command upToEnd() {
        List<Command> commands = new ArrayList<>();
        for (Command command = next(); command != null; command = next()) {
            commands.add(command);
        }
        return commands.isEmpty() ? null : new Command.Sequence(commands);
    }

    /// All commands up to a closing parenthesis, which is taken; null for none.
    @Nullable Command upToParenthesis() {
        skipNewlines();
        Command body = isOperator(")") ? null : list();
        expectOperator(")");
        return body;
    }

    /// Commands up to a keyword or operator that ends them.
    Command list() {
        List<Command> commands = new ArrayList<>();
        skipNewlines();
        do {
            commands.add(line());
            if (!(lexer.peek() instanceof Token.Newline) && !endsList()) {
                throw unexpected();
            }
            skipNewlines();
        } while (!endsList());
        return commands.size() == 1 ? commands.getFirst() : new Command.Sequence(commands);
    }

    private boolean endsList() {
        return switch (lexer.peek()) {
            case Token.End _ -> true;
            case Token.Operator(String text) -> text.equals(")") || text.equals(";;");
            default -> ENDING_KEYWORDS.contains(keyword());
        };
    }

    private Command line() {
        List<Command> commands = new ArrayList<>();
        boolean more = true;
        while (more) {
            Command command = andOr();
            more = isOperator(";") || isOperator("&");
            boolean background = isOperator("&");
            if (more) {
                lexer.next();
            }
            commands.add(background ? new Command.Background(command) : command);
            more = more && !(lexer.peek() instanceof Token.Newline) && !endsList();
        }
        return commands.size() == 1 ? commands.getFirst() : new Command.Sequence(commands);
    }

    private Command andOr() {
        Command left = pipeline();
        while (isOperator("&&") || isOperator("||")) {
            boolean and = isOperator("&&");
            lexer.next();
            skipNewlines();
            Command right = pipeline();
            left = and ? new Command.And(left, right) : new Command.Or(left, right);
        }
        return left;
    }

    private Command pipeline() {
        if (keyword().equals("!")) {
            lexer.next();
            return new Command.Not(pipeline());
        }
        List<Command> commands = new ArrayList<>();
        commands.add(command());
        while (isOperator("|")) {
            lexer.next();
            skipNewlines();
            commands.add(command());
        }
        return commands.size() == 1 ? commands.getFirst() : new Command.Pipeline(commands);
    }

    /// One command without pipes.
    Command command() {
        Command compound = compounds.command();
        if (compound == null) {
            Command simple = simples.command();
            return simple instanceof Command.Simple(var assignments, var words, var redirects)
                            && isOperator("(")
                            && assignments.isEmpty()
                            && words.size() == 1
                            && redirects.isEmpty()
                    ? compounds.function(words.getFirst().plain())
                    : simple;
        }
        List<Redirect> redirects = simples.redirects();
        return redirects.isEmpty() ? compound : new Command.Redirected(compound, redirects);
    }

    /// The word that must come now.
    Word word() {
        if (lexer.peek() instanceof Token.Text(Word word)) {
            lexer.next();
            return word;
        }
        throw unexpected();
    }

    /// The next word when it has no quotes and no expansions, else the empty string.
    String keyword() {
        String plain = lexer.peek() instanceof Token.Text(Word word) ? word.plain() : null;
        return plain == null ? "" : plain;
    }

    boolean isOperator(String text) {
        return lexer.peek() instanceof Token.Operator(String operator) && operator.equals(text);
    }

    void expectOperator(String text) {
        if (!isOperator(text)) {
            throw unexpected();
        }
        lexer.next();
    }

    void expectKeyword(String text) {
        if (!keyword().equals(text)) {
            throw unexpected();
        }
        lexer.next();
    }

    void skipNewlines() {
        while (lexer.peek() instanceof Token.Newline) {
            lexer.next();
        }
    }

    /// What is wrong with the next token: it must not be there, or it is not there yet.
    ShellSyntaxException unexpected() {
        Token token = lexer.peek();
        String message = token.shown() + " unexpected";
        return token instanceof Token.End
                ? ShellSyntaxException.incomplete(message)
                : ShellSyntaxException.wrong(message);
    }
}
