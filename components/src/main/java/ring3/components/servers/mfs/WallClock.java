package ring3.components.servers.mfs;

import ring3.syslib.Syslib;

/// The time that is written into inodes. The machine is switched on at the first moment of the year
/// 2026, always, so that the same run writes the same disk.
final class WallClock {
    /// 2026-01-01 00:00:00 UTC in seconds since 1970.
    static final int BOOT_SECONDS = 1_767_225_600;

    private static final int TICKS_PER_SECOND = 60;
    private static final int UNKNOWN = 0;

    private final Syslib sys;
    private int now = UNKNOWN;

    WallClock(Syslib sys) {
        this.sys = sys;
    }

    /// A request begins; all that it changes bears one time.
    void restart() {
        now = UNKNOWN;
    }

    /// Seconds since 1970.
    int now() {
        if (now == UNKNOWN) {
            now = BOOT_SECONDS + (int) (sys.uptimeTicks() / TICKS_PER_SECOND);
        }
        return now;
    }
}
