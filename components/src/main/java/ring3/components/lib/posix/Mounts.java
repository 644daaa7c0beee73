package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.Vfs;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The mounted file systems. Those that return an `int` return 0 or a negative error number.
public final class Mounts {
    /// Mount flag: nothing is ever written.
    public static final int READ_ONLY = 1;

    private final Syslib sys;
    private final Areas areas;

    Mounts(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// One mounted file system.
    ///
    /// @param label the name of its file server
    public record Mounted(String device, String directory, String label, String flags) {}

    /// Mounts a block device on a directory; the file server with that label serves it.
    public int mount(String device, String directory, String label, int flags) {
        if (device.length() > Areas.PATH_MAX
                || directory.length() > Areas.PATH_MAX
                || label.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        return sys.call(
                Endpoint.VFS,
                new Vfs.VfsMount(
                        areas.path(0, device),
                        device.length(),
                        areas.path(1, directory),
                        directory.length(),
                        areas.path(2, label),
                        label.length(),
                        flags));
    }

    /// Unmounts what is mounted on a directory.
    public int unmount(String directory) {
        if (directory.length() > Areas.PATH_MAX) {
            return Errno.ENAMETOOLONG.status();
        }
        int path = areas.path(0, directory);
        return sys.call(Endpoint.VFS, new Vfs.VfsUmount(path, directory.length()));
    }

    /// What is mounted, the root first.
    public List<Mounted> list() {
        int into = areas.transfer();
        int bytes = sys.call(Endpoint.VFS, new Vfs.VfsGetvfsstat(into, Areas.TRANSFER_BYTES));
        List<Mounted> mounts = new ArrayList<>();
        for (List<String> row : TextTable.rows(areas.text(into, Math.max(bytes, 0)))) {
            if (row.size() >= 3) {
                String flags = row.size() > 3 ? row.get(3) : "";
                mounts.add(new Mounted(row.get(0), row.get(1), row.get(2), flags));
            }
        }
        return mounts;
    }
}
