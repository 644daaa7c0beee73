package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `mv [-f] source... target`: renames files; between file systems it copies and removes.
public final class Mv implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "f");
        if (line.isRefused(posix, "[-f] source... target", 2, Integer.MAX_VALUE)) {
            return 1;
        }
        return Destination.each(posix, line, (from, to) -> move(posix, from, to));
    }

    private static int move(Posix posix, String from, String to) {
        int status = posix.tree().rename(from, to);
        if (Errno.of(status) == Errno.EXDEV) {
            int copied = new Copier(posix, "mv").copy(from, to, true);
            return copied != 0 ? copied : new Rm().main(posix, List.of("mv", "-r", "--", from));
        }
        if (status < 0) {
            posix.complain("mv", from, Errno.of(status));
            return 1;
        }
        return 0;
    }
}
