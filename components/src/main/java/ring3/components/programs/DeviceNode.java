package ring3.components.programs;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Posix;
import ring3.components.protocol.Devices;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Stat;

/// A name in `/dev` for a driver: one that is there already, or one to be made.
///
/// @param present what it is now, or null
record DeviceNode(String path, @Nullable Stat present) {
    private static final int PERMISSIONS = 0666;

    /// One that is there, unless it is something else than a device.
    static DeviceNode existing(String path, Stat stat) throws Complaint {
        int type = stat.mode() & Stat.TYPE_MASK;
        if (type != Stat.CHARACTER && type != Stat.BLOCK) {
            throw new Complaint(path + ": it is there already, and no device");
        }
        return new DeviceNode(path, stat);
    }

    /// The major number to ask for when nobody has named one: that of the node, if there is one.
    int major(int wanted) {
        if (wanted > 0) {
            return wanted;
        }
        return present == null ? ServiceSetup.ANY_MAJOR : Devices.major(present.device());
    }

    /// Makes the node mean minor device 0 of `major`. One that means another major is replaced by a
    /// character device.
    void lead(Posix posix, int major) throws Complaint {
        if (present != null && Devices.major(present.device()) == major) {
            return;
        }
        int status = present == null ? 0 : posix.tree().unlink(path);
        if (status >= 0) {
            int mask = posix.files().umask(0);
            int device = Devices.device(major, 0);
            status = posix.tree().mknod(path, Stat.CHARACTER | PERMISSIONS, device);
            posix.files().umask(mask);
        }
        if (status < 0) {
            throw new Complaint(path, status);
        }
    }
}
