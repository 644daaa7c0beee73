package ring3.components.programs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `tail [-n count] [file...]`: prints the last lines, 10 unless told otherwise.
public final class Tail implements UserProgram {
    private static final String USAGE = "[-n count] [file...]";

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(Lines.longForm(arguments), "n:");
        int count = Lines.count(line);
        if (count < 0 || line.isRefused(posix, USAGE, 0, Integer.MAX_VALUE)) {
            return 1;
        }
        return Lines.each(posix, line, in -> print(posix, in, count));
    }

    private static void print(Posix posix, In in, int count) {
        Deque<String> last = new ArrayDeque<>();
        for (String text = in.line(); text != null; text = in.line()) {
            last.addLast(text);
            if (last.size() > count) {
                last.removeFirst();
            }
        }
        last.forEach(posix.out()::text);
    }
}
