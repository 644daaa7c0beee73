package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates `$((...))` (POSIX 2.6.4): the operators of C on 64-bit numbers, with variables and
/// `=`.
final class Arithmetic {
    /// From the loosest to the tightest; within a row the longer ones first.
    private static final List<List<String>> LEVELS =
            List.of(
                    List.of("||"),
                    List.of("&&"),
                    List.of("|"),
                    List.of("^"),
                    List.of("&"),
                    List.of("==", "!="),
                    List.of("<=", ">=", "<", ">"),
                    List.of("<<", ">>"),
                    List.of("+", "-"),
                    List.of("*", "/", "%"));

    private static final List<String> OPERATORS =
            List.of(
                    "<<", ">>", "||", "&&", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=",
                    "|", "^", "&", "<", ">", "+", "-", "*", "/", "%", "=", "(", ")", "?", ":", "~",
                    "!");

    private final ExpansionHost host;
    private final String text;
    private int next;

    Arithmetic(ExpansionHost host, String text) {
        this.host = host;
        this.text = text;
    }

    /// The value of the whole expression.
    long value() {
        long value = skipBlanks() == text.length() ? 0 : assignment();
        if (skipBlanks() != text.length()) {
            throw error();
        }
        return value;
    }

    private long assignment() {
        int start = skipBlanks();
        String name = name();
        String operator = name.isEmpty() ? "" : peekOperator();
        if (!operator.endsWith("=") || LEVELS.stream().anyMatch(l -> l.contains(operator))) {
            next = start;
            return choice();
        }
        next += operator.length();
        long value = assignment();
        if (operator.length() > 1) {
            value = apply(operator.substring(0, 1), variable(name), value);
        }
        host.assign(name, Long.toString(value));
        return value;
    }

    private long choice() {
        long condition = binary(0);
        if (!take("?")) {
            return condition;
        }
        long yes = assignment();
        if (!take(":")) {
            throw error();
        }
        long no = choice();
        return condition != 0 ? yes : no;
    }

    private long binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        long left = binary(level + 1);
        String operator = peekOperator();
        while (LEVELS.get(level).contains(operator)) {
            next += operator.length();
            left = apply(operator, left, binary(level + 1));
            operator = peekOperator();
        }
        return left;
    }

    private long apply(String operator, long left, long right) {
        if (right == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw new ShellError("arithmetic expression: division by zero: \"" + text + "\"");
        }
        return switch (operator) {
            case "||" -> truth(left != 0 || right != 0);
            case "&&" -> truth(left != 0 && right != 0);
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> truth(left == right);
            case "!=" -> truth(left != right);
            case "<=" -> truth(left <= right);
            case ">=" -> truth(left >= right);
            case "<" -> truth(left < right);
            case ">" -> truth(left > right);
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static long truth(boolean statement) {
        return statement ? 1 : 0;
    }

    private long unary() {
        if (take("-")) {
            return -unary();
        }
        if (take("+")) {
            return unary();
        }
        if (take("!")) {
            return truth(unary() == 0);
        }
        if (take("~")) {
            return ~unary();
        }
        if (take("(")) {
            long value = assignment();
            if (!take(")")) {
                throw error();
            }
            return value;
        }
        String name = name();
        return name.isEmpty() ? number() : variable(name);
    }

    private long variable(String name) {
        @Nullable String value = host.parameter(name);
        return value == null || value.isEmpty() ? 0 : decode(value.strip());
    }

    private String name() {
        int start = skipBlanks();
        if (start < text.length() && Names.isStart(text.charAt(start))) {
            while (next < text.length() && Names.isPart(text.charAt(next))) {
                next++;
            }
        }
        return text.substring(start, next);
    }

    private long number() {
        int start = skipBlanks();
        while (next < text.length() && Names.isPart(text.charAt(next))) {
            next++;
        }
        return decode(text.substring(start, next));
    }

    private long decode(String digits) {
        try {
            return Long.decode(digits);
        } catch (NumberFormatException e) {
            throw error();
        }
    }

    private String peekOperator() {
        skipBlanks();
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, next)) {
                return operator;
            }
        }
        return "";
    }

    private boolean take(String operator) {
        boolean there = peekOperator().equals(operator);
        if (there) {
            next += operator.length();
        }
        return there;
    }

    private int skipBlanks() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private ShellError error() {
        return new ShellError("arithmetic expression: syntax error: \"" + text + "\"");
    }
}
