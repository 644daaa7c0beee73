package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `rmdir directory...`: removes empty directories.
public final class Rmdir implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, "directory...", 1, Integer.MAX_VALUE)) {
            return 1;
        }
        int status = 0;
        for (String path : line.operands()) {
            int removed = posix.tree().rmdir(path);
            if (removed < 0) {
                posix.complain("rmdir", path, Errno.of(removed));
                status = 1;
            }
        }
        return status;
    }
}
