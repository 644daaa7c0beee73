package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `ln [-fs] source... target`: gives files further names; with `-s` symbolic links, with `-f` in
/// the place of what is there.
public final class Ln implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "fs");
        if (line.isRefused(posix, "[-fs] source... target", 2, Integer.MAX_VALUE)) {
            return 1;
        }
        return Destination.each(posix, line, (from, to) -> link(posix, line, from, to));
    }

    private static int link(Posix posix, CommandLine line, String from, String to) {
        if (line.has('f')) {
            posix.tree().unlink(to);
        }
        int status = line.has('s') ? posix.tree().symlink(from, to) : posix.tree().link(from, to);
        if (status < 0) {
            posix.complain("ln", to, Errno.of(status));
            return 1;
        }
        return 0;
    }
}
