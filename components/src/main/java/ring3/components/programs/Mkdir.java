package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `mkdir [-p] directory...`: makes directories; `-p` also those above, and none that is there.
public final class Mkdir implements UserProgram {
    private static final int MODE = 0777;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "p");
        if (line.isRefused(posix, "[-p] directory...", 1, Integer.MAX_VALUE)) {
            return 1;
        }
        int status = 0;
        for (String path : line.operands()) {
            int made = line.has('p') ? makeAll(posix, path) : posix.tree().mkdir(path, MODE);
            if (made < 0) {
                posix.complain("mkdir", path, Errno.of(made));
                status = 1;
            }
        }
        return status;
    }

    private static int makeAll(Posix posix, String path) {
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int status = makeOne(posix, path.substring(0, slash));
            if (status < 0) {
                return status;
            }
        }
        return makeOne(posix, path);
    }

    private static int makeOne(Posix posix, String path) {
        return posix.tree().isDirectory(path) ? 0 : posix.tree().mkdir(path, MODE);
    }
}
