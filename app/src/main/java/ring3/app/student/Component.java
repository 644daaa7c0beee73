package ring3.app.student;

import org.jspecify.annotations.Nullable;
import ring3.loader.Kind;

/// A component that is ready to be put on a disk.
///
/// @param executable the bytes of its executable
/// @param privileges the text of its privileges file; null for a user program
/// @param drivesDevice whether it drives a device, `/dev/NAME`
public record Component(
        ComponentName name,
        Kind kind,
        byte[] executable,
        @Nullable String privileges,
        boolean drivesDevice) {
    /// Where its executable lies on the disk of a machine.
    public String path() {
        return (isService() ? "/service/" : "/bin/") + name;
    }

    /// Whether it runs as a service, which the reincarnation server starts and watches.
    public boolean isService() {
        return privileges != null;
    }

    /// Where its privileges lie.
    public String privilegesPath() {
        return "/etc/system.conf.d/" + name;
    }

    /// The command that starts it as a service.
    public String startCommand() {
        String device = devicePath();
        return "service up " + path() + (device == null ? "" : " -dev " + device);
    }

    /// The device that it drives, or null.
    public @Nullable String devicePath() {
        return drivesDevice ? "/dev/" + name : null;
    }
}
