package ring3.components.servers.vfs;

import ring3.syslib.Errno;

/// The calls that change what the caller itself is like, and the one that waits.
final class ProcessCalls {
    private static final int PERMISSIONS = 0777;
    private static final int TICKS_PER_SECOND = 60;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final long LONGEST_MILLIS = Long.MAX_VALUE / (2 * MILLIS_PER_SECOND);

    private final PathCalls paths;
    private final Alarms alarms;

    ProcessCalls(PathCalls paths, Alarms alarms) {
        this.paths = paths;
        this.alarms = alarms;
    }

    void chdir(Call call, int path, int length) {
        paths.find(
                call,
                path,
                length,
                0,
                node -> {
                    Lookup.requireDirectory(node);
                    call.proc().enter(node.dup());
                    call.done(0);
                });
    }

    void umask(Call call, int mask) {
        int former = call.proc().umask();
        call.proc().setUmask(mask & PERMISSIONS);
        call.done(former);
    }

    /// SELECT with no files to watch: a sleep that a signal ends.
    void select(Call call, long timeoutMillis) {
        if (timeoutMillis < 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (timeoutMillis == 0) {
            call.done(0);
            return;
        }
        long millis = Math.min(timeoutMillis, LONGEST_MILLIS);
        long ticks = (millis * TICKS_PER_SECOND + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
        Alarms.Due due = alarms.set(ticks, () -> call.done(0));
        call.waits(() -> {
            alarms.cancel(due);
            call.fail(Errno.EINTR);
        });
    }
}
