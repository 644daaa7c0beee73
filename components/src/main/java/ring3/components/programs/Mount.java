package ring3.components.programs;

import java.util.List;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Mounts;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.syslib.Errno;

/// `mount [-r] device directory`: starts a file server for a device and mounts it on a directory,
/// with `-r` never to be written. Without operands it tells what is mounted.
public final class Mount implements UserProgram {
    /// The file server's name in the table of RS.
    private static final String FILE_SERVER = "mfs";

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "r");
        if (line.operands().isEmpty() && !line.has('r')) {
            return list(posix);
        }
        if (line.isRefused(posix, "[-r] device directory", 2, 2)) {
            return 1;
        }
        String device = line.operands().get(0);
        String directory = line.operands().get(1);
        String label = label(directory);
        int started = posix.services().up(FILE_SERVER, label);
        if (started < 0) {
            posix.complain("mount", "cannot start file server " + label, Errno.of(started));
            return 1;
        }
        int flags = line.has('r') ? Mounts.READ_ONLY : 0;
        int status = posix.mounts().mount(device, directory, label, flags);
        if (status < 0) {
            posix.services().down(label);
            posix.complain("mount", device + " on " + directory, Errno.of(status));
            return 1;
        }
        return 0;
    }

    /// `fs_mnt` for `/mnt`, `fs_mnt_usb` for `/mnt/usb`.
    private static String label(String directory) {
        String name = directory;
        while (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        return "fs_" + name.substring(name.startsWith("/") ? 1 : 0).replace('/', '_');
    }

    private static int list(Posix posix) {
        for (Mounts.Mounted mounted : posix.mounts().list()) {
            String flags = mounted.flags().isEmpty() ? "" : " (" + mounted.flags() + ")";
            posix.out().line(mounted.device() + " on " + mounted.directory() + flags);
        }
        return 0;
    }
}
