package ring3.components.servers.vfs;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

/// Which driver serves which major device number (minix: servers/vfs/dmap.c).
final class Drivers {
    private static final int MAJORS = 64;

    /// A driver, as the reincarnation server told of it.
    record Driver(String label, Endpoint endpoint) {}

    private final @Nullable Driver[] majors = new @Nullable Driver[MAJORS];

    static boolean isMajor(int major) {
        return major >= 0 && major < MAJORS;
    }

    void map(int major, Driver driver) {
        majors[major] = driver;
    }

    /// The driver of `major`, or null when there is none, perhaps because it has just died.
    @Nullable Driver find(int major) {
        return isMajor(major) ? majors[major] : null;
    }

    /// The driver of `major`, or ENXIO.
    Driver require(int major) {
        Driver driver = find(major);
        if (driver == null) {
            throw new Refused(Errno.ENXIO);
        }
        return driver;
    }

    /// Whether `endpoint` serves `major` still. Who has a device open finds out so that its driver
    /// is not the one that opened it.
    boolean isServedBy(int major, Endpoint endpoint) {
        Driver driver = find(major);
        return driver != null && driver.endpoint().equals(endpoint);
    }

    /// A process is gone; if it was a driver, its devices have none.
    void driverGone(Endpoint endpoint) {
        for (int major = 0; major < MAJORS; major++) {
            if (isServedBy(major, endpoint)) {
                majors[major] = null;
            }
        }
    }
}
