package ring3.components.servers.rs;

/// How long to wait before a service that died is started again. One bad moment costs no time; a
/// service that dies again and again must not take the processor from the others (minix:
/// servers/rs/manager.c, terminate_service).
final class Backoff {
    private static final int SECONDS_MAX = 30;
    private static final int SHIFT_MAX = 30;

    /// With a copy of the executable in memory a restart is cheap, and often everybody waits for
    /// it.
    private static final int SECONDS_MAX_WITH_COPY = 1;

    private Backoff() {}

    /// Seconds to wait when a service dies that was restarted `restarts` times before.
    static int seconds(int restarts, boolean hasCopy) {
        if (restarts == 0) {
            return 0;
        }
        int limit = hasCopy ? SECONDS_MAX_WITH_COPY : SECONDS_MAX;
        return Math.min(1 << Math.min(restarts, SHIFT_MAX), limit);
    }
}
