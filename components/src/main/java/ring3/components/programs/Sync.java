package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `sync`: writes all file systems back to their devices.
public final class Sync implements UserProgram {
    @Override
    public int main(Posix posix, List<String> arguments) {
        int status = posix.files().sync();
        if (status < 0) {
            posix.complain("sync", "cannot write back", Errno.of(status));
            return 1;
        }
        return 0;
    }
}
