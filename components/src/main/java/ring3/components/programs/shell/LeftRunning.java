package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.syslib.Errno;

/// The commands that were started with `&` and that nobody has waited for yet.
final class LeftRunning {
    private static final int NO_CHILD = 127;

    private final Posix posix;

    /// By pid; null for one that is not known to have ended.
    private final Map<Integer, Processes.@Nullable Ended> children = new TreeMap<>();

    LeftRunning(Posix posix) {
        this.posix = posix;
    }

    void add(int pid) {
        children.put(pid, null);
    }

    /// A subshell has no children yet.
    void forget() {
        children.clear();
    }

    /// The status of a child as `$?` tells it, null standing for a process that is no child.
    static int statusOf(Processes.@Nullable Ended ended) {
        return ended == null ? NO_CHILD : ended.shellStatus();
    }

    /// Waits for a command that was left running. Returns its status, 127 for one that is no child.
    int waitFor(int pid) {
        Processes.Ended ended = children.get(pid);
        if (ended == null && children.containsKey(pid)) {
            ended = await(pid);
        }
        children.remove(pid);
        return statusOf(ended);
    }

    /// Waits for all commands that were left running.
    void waitForAll() {
        List.copyOf(children.keySet()).forEach(this::waitFor);
    }

    /// Takes note of the children that have ended meanwhile.
    void reap() {
        while (children.containsValue(null)
                && posix.processes().reap() instanceof Outcome.Success(var ended)) {
            children.replace(ended.pid(), ended);
        }
    }

    /// Waits for a child to end, null if there is no such child.
    Processes.@Nullable Ended await(int pid) {
        Outcome<Processes.Ended> outcome;
        do {
            outcome = posix.processes().wait(pid);
        } while (outcome.error() == Errno.EINTR);
        return outcome instanceof Outcome.Success(Processes.Ended ended) ? ended : null;
    }
}
