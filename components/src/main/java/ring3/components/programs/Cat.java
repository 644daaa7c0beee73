package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// `cat [-u] [file...]`: copies files to standard output; `-` and no file at all are standard
/// input. It never waits to fill a buffer, so `-u` changes nothing.
public final class Cat implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "u");
        if (line.isRefused(posix, "[-u] [file...]", 0, Integer.MAX_VALUE)) {
            return 1;
        }
        List<String> files = line.operands().isEmpty() ? List.of("-") : line.operands();
        int status = 0;
        for (String file : files) {
            status |= copy(posix, file);
        }
        return status;
    }

    private static int copy(Posix posix, String file) {
        boolean standardInput = file.equals("-");
        int fd = standardInput ? 0 : posix.tree().open(file, Fcntl.O_RDONLY);
        int result = fd < 0 ? fd : copy(posix, fd);
        if (fd > 0) {
            posix.files().close(fd);
        }
        if (result < 0) {
            posix.complain("cat", file, Errno.of(result));
            return 1;
        }
        return 0;
    }

    private static int copy(Posix posix, int fd) {
        int got = posix.files().take(fd);
        while (got > 0) {
            int written = posix.files().passOn(1, got);
            got = written < 0 ? written : posix.files().take(fd);
        }
        return got;
    }
}
