package ring3.components.programs.shell;

/// Reads what follows a dollar: a parameter, a command substitution or an arithmetic expression.
final class DollarReader {
    private static final String SPECIAL_PARAMETERS = "@*#?-$!0123456789";

    private final Lexer lexer;
    private final WordReader words;

    DollarReader(Lexer lexer, WordReader words) {
        this.lexer = lexer;
        this.words = words;
    }

    void read(PartList parts, boolean quoted) {
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
                operator.isEmpty() ? Word.EMPTY : words.braceArgument(quoted && !isTrim(operator));
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
}
