package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `echo [-n] [string...]`: prints its arguments; `\n`, `\t`, `\\`, `\c` and the like are replaced,
/// as the X/Open part of POSIX has it.
public final class Echo implements UserProgram {
    private static final int OCTAL_DIGITS_MAX = 3;

    private boolean stopped;

    @Override
    public int main(Posix posix, List<String> arguments) {
        stopped = false;
        boolean noNewline = arguments.size() > 1 && arguments.get(1).equals("-n");
        List<String> words = arguments.subList(noNewline ? 2 : 1, arguments.size());
        String text = replaced(String.join(" ", words));
        posix.out().text(noNewline || stopped ? text : text + "\n");
        return 0;
    }

    private String replaced(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length() && !stopped) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                result.append(c);
            } else {
                at = escape(text, at, result);
            }
        }
        return result.toString();
    }

    /// Replaces the escape whose letter is at `at`. Returns the place behind it.
    private int escape(String text, int at, StringBuilder result) {
        switch (text.charAt(at)) {
            case 'a' -> result.append('\007');
            case 'b' -> result.append('\b');
            case 'c' -> stopped = true;
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'v' -> result.append('\013');
            case '\\' -> result.append('\\');
            case '0' -> {
                return octal(text, at + 1, result);
            }
            default -> result.append('\\').append(text.charAt(at));
        }
        return at + 1;
    }

    private static int octal(String text, int start, StringBuilder result) {
        int value = 0;
        int at = start;
        while (at < Math.min(text.length(), start + OCTAL_DIGITS_MAX)
                && "01234567".indexOf(text.charAt(at)) >= 0) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        result.append((char) (value & 0xff));
        return at;
    }
}
