package ring3.components.programs;

import java.util.List;
import java.util.function.Consumer;
import ring3.components.lib.Words;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.In;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// What `head` and `tail` have in common: a count of lines, and files each under its name when
/// there are several.
final class Lines {
    private static final int DEFAULT_COUNT = 10;

    private Lines() {}

    /// The `-n` of the command line; `-5` is short for `-n 5`. Negative for what is no number.
    static int count(CommandLine line) {
        try {
            return Integer.parseUnsignedInt(line.value('n', Integer.toString(DEFAULT_COUNT)));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The arguments with `-5` written as `-n5`.
    static List<String> longForm(List<String> arguments) {
        return arguments.stream()
                .map(a ->
                        a.startsWith("-") && Words.isNumber(a.substring(1), a.length())
                                ? "-n" + a.substring(1)
                                : a)
                .toList();
    }

    /// Gives each file, or standard input, to `action`. Returns the status of the program.
    static int each(Posix posix, CommandLine line, Consumer<In> action) {
        List<String> files = line.operands();
        if (files.isEmpty()) {
            action.accept(posix.in());
            return 0;
        }
        int status = 0;
        for (int i = 0; i < files.size(); i++) {
            int fd = posix.tree().open(files.get(i), Fcntl.O_RDONLY);
            if (fd < 0) {
                posix.complain(line.name(), files.get(i), Errno.of(fd));
                status = 1;
                continue;
            }
            if (files.size() > 1) {
                posix.out().line((i > 0 ? "\n" : "") + "==> " + files.get(i) + " <==");
            }
            In in = new In(posix.files(), fd);
            action.accept(in);
            posix.files().close(fd);
            if (in.error() < 0) {
                posix.complain(line.name(), files.get(i), Errno.of(in.error()));
                status = 1;
            }
        }
        return status;
    }
}
