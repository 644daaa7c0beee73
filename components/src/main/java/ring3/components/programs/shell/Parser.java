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

    Parser(Lexer lexer) {
        this.lexer = lexer;
        this.compounds = new CompoundParser(this, lexer);
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
            return simple();
        }
        List<Redirect> redirects = new ArrayList<>();
        while (isRedirect()) {
            redirects.add(redirect());
        }
        return redirects.isEmpty() ? compound : new Command.Redirected(compound, redirects);
    }

    private Command simple() {
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
            Word only = words.size() == 1 ? words.getFirst() : Word.EMPTY;
            if (isOperator("(") && assignments.isEmpty() && redirects.isEmpty()) {
                return compounds.function(only.plain());
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) {
            throw unexpected();
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

    private boolean isRedirect() {
        return switch (lexer.peek()) {
            case Token.Number _ -> true;
            case Token.Operator(String text) -> text.charAt(0) == '<' || text.charAt(0) == '>';
            default -> false;
        };
    }

    private Redirect redirect() {
        Integer fd = lexer.peek() instanceof Token.Number(int number) ? number : null;
        if (fd != null) {
            lexer.next();
        }
        if (!(lexer.next() instanceof Token.Operator(String operator))) {
            throw unexpected();
        }
        Redirect.Kind kind = Redirect.Kind.of(operator);
        Word target = word();
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
