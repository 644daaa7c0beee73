package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// `rm [-fr] file...`: removes names; `-r` directories with all that is in them, `-f` without a
/// word about what is not there.
public final class Rm implements UserProgram {
    private boolean recursive;
    private boolean force;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "frR");
        recursive = line.has('r') || line.has('R');
        force = line.has('f');
        if (line.isRefused(posix, "[-fr] file...", force ? 0 : 1, Integer.MAX_VALUE)) {
            return 1;
        }
        int status = 0;
        for (String path : line.operands()) {
            String name = CommandLine.baseName(path);
            if (name.equals(".") || name.equals("..")) {
                posix.complain("rm", path + ": may not be removed");
                status = 1;
            } else {
                status |= remove(posix, path);
            }
        }
        return status;
    }

    private int remove(Posix posix, String path) {
        return switch (posix.tree().lstat(path)) {
            case Outcome.Failure<Stat>(Errno error) ->
                    force && error == Errno.ENOENT ? 0 : refused(posix, path, error);
            case Outcome.Success<Stat>(Stat stat) when stat.isDirectory() ->
                    recursive ? removeTree(posix, path) : refused(posix, path, Errno.EISDIR);
            case Outcome.Success<Stat> _ -> told(posix, path, posix.tree().unlink(path));
        };
    }

    private int removeTree(Posix posix, String path) {
        return switch (posix.tree().list(path)) {
            case Outcome.Failure<List<Dirent>>(Errno error) -> refused(posix, path, error);
            case Outcome.Success<List<Dirent>>(List<Dirent> entries) -> {
                int status = 0;
                for (Dirent entry : entries) {
                    if (!entry.name().equals(".") && !entry.name().equals("..")) {
                        status |= remove(posix, path + "/" + entry.name());
                    }
                }
                yield status | told(posix, path, posix.tree().rmdir(path));
            }
        };
    }

    private static int told(Posix posix, String path, int status) {
        return status < 0 ? refused(posix, path, Errno.of(status)) : 0;
    }

    private static int refused(Posix posix, String path, Errno error) {
        posix.complain("rm", path, error);
        return 1;
    }
}
