package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `head [-n count] [file...]`: prints the first lines, 10 unless told otherwise.
public final class Head implements UserProgram {
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
        for (int i = 0; i < count; i++) {
            String text = in.line();
            if (text == null) {
                return;
            }
            posix.out().text(text);
        }
    }
}
