package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `read [-r] name...`: reads one line and splits it; the last variable gets the rest. It reads
/// byte by byte, since what follows the line belongs to whoever reads next.
final class ReadBuiltin implements Builtin {
    private static final char ESCAPED = '\ue000';

    private final Shell shell;

    ReadBuiltin(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int run(List<String> arguments) {
        boolean raw = arguments.size() > 1 && arguments.get(1).equals("-r");
        List<String> names = arguments.subList(raw ? 2 : 1, arguments.size());
        if (names.isEmpty()) {
            return shell.complain("read: arg count");
        }
        StringBuilder line = new StringBuilder();
        boolean ended = readLine(line, raw);
        assign(names, line.toString());
        return ended ? 0 : 1;
    }

    /// Reads up to the newline. Characters behind a backslash are marked, so that they do not
    /// separate. Returns whether the newline came.
    private boolean readLine(StringBuilder line, boolean raw) {
        for (int c = nextByte(); c >= 0; c = nextByte()) {
            if (c == '\n') {
                return true;
            }
            if (c == '\\' && !raw) {
                c = nextByte();
                if (c >= 0 && c != '\n') {
                    line.append(ESCAPED).append((char) c);
                }
            } else {
                line.append((char) c);
            }
        }
        return false;
    }

    private int nextByte() {
        byte[] one = new byte[1];
        return shell.posix().files().read(0, one, 0, 1) == 1 ? one[0] & 0xff : -1;
    }

    private void assign(List<String> names, String line) {
        int next = skipBlanks(line, 0);
        for (int i = 0; i < names.size() - 1; i++) {
            int end = fieldEnd(line, next);
            set(names.get(i), line.substring(next, end));
            next = behindSeparator(line, end);
        }
        set(names.getLast(), rest(line, next));
    }

    private void set(String name, @Nullable String marked) {
        String value = marked == null ? "" : marked;
        shell.variables().set(name, value.replace(String.valueOf(ESCAPED), ""));
    }

    private boolean separates(String line, int at) {
        boolean marked = at > 0 && line.charAt(at - 1) == ESCAPED;
        return !marked && shell.variables().separators().indexOf(line.charAt(at)) >= 0;
    }

    private boolean isBlankSeparator(String line, int at) {
        return separates(line, at) && " \t".indexOf(line.charAt(at)) >= 0;
    }

    private int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && isBlankSeparator(line, at)) {
            at++;
        }
        return at;
    }

    private int fieldEnd(String line, int from) {
        int at = from;
        while (at < line.length() && !separates(line, at)) {
            at++;
        }
        return at;
    }

    private int behindSeparator(String line, int end) {
        int at = skipBlanks(line, end);
        if (at < line.length() && separates(line, at)) {
            at = skipBlanks(line, at + 1);
        }
        return at;
    }

    /// The last variable keeps the separators inside; blanks at the end go, and so does a separator
    /// that ends the only field.
    private String rest(String line, int from) {
        int end = fieldEnd(line, from);
        if (behindSeparator(line, end) == line.length()) {
            return line.substring(from, end);
        }
        end = line.length();
        while (end > from && isBlankSeparator(line, end - 1)) {
            end--;
        }
        return line.substring(from, end);
    }
}
