package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Stat;

/// `test expression` and `[ expression ]`: succeeds if the expression is true, fails with 1 if not
/// and with 2 if it is none.
public final class Test implements UserProgram {
    private static final List<String> BINARY =
            List.of("=", "!=", "-eq", "-ne", "-gt", "-ge", "-lt", "-le", "<", ">");
    private static final int NO_EXPRESSION = 2;

    private static final class BadExpression extends RuntimeException {
        BadExpression(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public int main(Posix posix, List<String> arguments) {
        String name = CommandLine.baseName(arguments.getFirst());
        int end = arguments.size();
        if (name.equals("[")) {
            end--;
            if (end == 0 || !arguments.get(end).equals("]")) {
                posix.complain(name, "missing ]");
                return NO_EXPRESSION;
            }
        }
        try {
            Expression expression = new Expression(posix, arguments.subList(1, end));
            return expression.value() ? 0 : 1;
        } catch (BadExpression e) {
            posix.complain(name, String.valueOf(e.getMessage()));
            return NO_EXPRESSION;
        }
    }

    private static final class Expression {
        private final Posix posix;
        private final List<String> words;
        private int next;

        Expression(Posix posix, List<String> words) {
            this.posix = posix;
            this.words = words;
        }

        boolean value() {
            boolean value = !words.isEmpty() && or();
            if (next < words.size()) {
                throw new BadExpression(words.get(next) + ": unexpected operator");
            }
            return value;
        }

        private boolean or() {
            boolean value = and();
            while (take("-o")) {
                value |= and();
            }
            return value;
        }

        private boolean and() {
            boolean value = not();
            while (take("-a")) {
                value &= not();
            }
            return value;
        }

        private boolean not() {
            boolean binary = next + 2 < words.size() && BINARY.contains(words.get(next + 1));
            if (!binary && next + 1 < words.size() && take("!")) {
                return !not();
            }
            return primary();
        }

        private boolean primary() {
            int left = words.size() - next;
            if (left == 0) {
                throw new BadExpression("argument expected");
            }
            if (left >= 3 && BINARY.contains(words.get(next + 1))) {
                next += 3;
                return compare(words.get(next - 3), words.get(next - 2), words.get(next - 1));
            }
            if (left >= 3 && take("(")) {
                boolean value = or();
                if (!take(")")) {
                    throw new BadExpression("closing paren expected");
                }
                return value;
            }
            String word = words.get(next);
            if (left >= 2 && word.length() == 2 && word.charAt(0) == '-' && isUnary(word)) {
                next += 2;
                return unary(word.charAt(1), words.get(next - 1));
            }
            next++;
            return !word.isEmpty();
        }

        private boolean take(String word) {
            boolean there = next < words.size() && words.get(next).equals(word);
            next += there ? 1 : 0;
            return there;
        }

        private static boolean isUnary(String word) {
            return "bcdefhLnprstwxz".indexOf(word.charAt(1)) >= 0;
        }

        private boolean unary(char operator, String operand) {
            return switch (operator) {
                case 'n' -> !operand.isEmpty();
                case 'z' -> operand.isEmpty();
                case 't' -> posix.terminals().isTerminal((int) number(operand));
                case 'r' -> posix.tree().access(operand, 4) == 0;
                case 'w' -> posix.tree().access(operand, 2) == 0;
                case 'x' -> posix.tree().access(operand, 1) == 0;
                case 'h', 'L' -> isType(posix.tree().lstat(operand), Stat.SYMLINK);
                case 'b' -> isType(posix.tree().stat(operand), Stat.BLOCK);
                case 'c' -> isType(posix.tree().stat(operand), Stat.CHARACTER);
                case 'd' -> isType(posix.tree().stat(operand), Stat.DIRECTORY);
                case 'f' -> isType(posix.tree().stat(operand), Stat.REGULAR);
                case 'p' -> isType(posix.tree().stat(operand), Stat.FIFO);
                case 's' ->
                        posix.tree().stat(operand) instanceof Outcome.Success(Stat stat)
                                && stat.size() > 0;
                default -> posix.tree().stat(operand) instanceof Outcome.Success;
            };
        }

        private static boolean isType(Outcome<Stat> outcome, int type) {
            return outcome instanceof Outcome.Success(Stat stat)
                    && (stat.mode() & Stat.TYPE_MASK) == type;
        }

        private static boolean compare(String left, String operator, String right) {
            return switch (operator) {
                case "=" -> left.equals(right);
                case "!=" -> !left.equals(right);
                case "<" -> left.compareTo(right) < 0;
                case ">" -> left.compareTo(right) > 0;
                case "-eq" -> number(left) == number(right);
                case "-ne" -> number(left) != number(right);
                case "-gt" -> number(left) > number(right);
                case "-ge" -> number(left) >= number(right);
                case "-lt" -> number(left) < number(right);
                default -> number(left) <= number(right);
            };
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                throw new BadExpression("Illegal number: " + text);
            }
        }
    }
}
