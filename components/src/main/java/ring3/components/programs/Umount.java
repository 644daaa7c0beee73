package ring3.components.programs;

import java.util.List;
import java.util.Optional;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Mounts;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `umount device | directory`: unmounts a file system and ends its file server.
public final class Umount implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, "device | directory", 1, 1)) {
            return 1;
        }
        String operand = line.operands().getFirst();
        Optional<Mounts.Mounted> mounted =
                posix.mounts().list().stream()
                        .filter(m -> m.device().equals(operand) || m.directory().equals(operand))
                        .findFirst();
        if (mounted.isEmpty()) {
            posix.complain("umount", operand + ": not mounted");
            return 1;
        }
        int status = posix.mounts().unmount(mounted.get().directory());
        if (status < 0) {
            posix.complain("umount", operand, Errno.of(status));
            return 1;
        }
        posix.services().down(mounted.get().label());
        return 0;
    }
}
