package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;

/// `cp [-r] source... target`: copies files, with `-r` also directories.
public final class Cp implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "rR");
        if (line.isRefused(posix, "[-r] source... target", 2, Integer.MAX_VALUE)) {
            return 1;
        }
        boolean recursive = line.has('r') || line.has('R');
        Copier copier = new Copier(posix, "cp");
        return Destination.each(posix, line, (from, to) -> copier.copy(from, to, recursive));
    }
}
