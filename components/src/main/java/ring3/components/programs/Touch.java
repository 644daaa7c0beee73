package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Fcntl;
import ring3.syslib.Errno;

/// `touch file...`: makes files that are not there yet.
public final class Touch implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, "file...", 1, Integer.MAX_VALUE)) {
            return 1;
        }
        int status = 0;
        for (String path : line.operands()) {
            int fd = posix.tree().open(path, Fcntl.O_WRONLY | Fcntl.O_CREAT);
            if (fd < 0) {
                posix.complain("touch", path, Errno.of(fd));
                status = 1;
            } else {
                posix.files().close(fd);
            }
        }
        return status;
    }
}
