package ring3.components.servers.pm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// All processes, each in the slot that it has in the kernel's table too. A slot is used again only
/// when the parent has waited for its zombie.
final class ProcTable {
    static final int INIT_PID = 1;

    private static final int SLOTS = 256;
    private static final int FIRST_FREE = Endpoint.INIT.slot() + 1;
    private static final int PID_MAX = 30_000;

    private final @Nullable Proc[] slots = new @Nullable Proc[SLOTS];
    private int lastSlot = FIRST_FREE - 1;
    private int lastPid = INIT_PID;

    void add(Proc proc) {
        slots[proc.endpoint.slot()] = proc;
    }

    void remove(Proc proc) {
        slots[proc.endpoint.slot()] = null;
    }

    /// All processes in the order of their slots; the table may change meanwhile.
    List<Proc> all() {
        List<Proc> all = new ArrayList<>();
        for (Proc proc : slots) {
            if (proc != null) {
                all.add(proc);
            }
        }
        return all;
    }

    /// The living process behind an endpoint, or null.
    @Nullable Proc find(Endpoint endpoint) {
        int slot = endpoint.slot();
        Proc proc = slot >= 0 && slot < SLOTS ? slots[slot] : null;
        return proc != null && proc.endpoint.equals(endpoint) ? proc : null;
    }

    /// The process or zombie with a pid, or null.
    @Nullable Proc find(int pid) {
        for (Proc proc : slots) {
            if (proc != null && proc.pid == pid) {
                return proc;
            }
        }
        return null;
    }

    /// A slot for a new process, or -1. Going round keeps a slot unused for long, and with it the
    /// endpoints that others may still remember.
    int freeSlot() {
        for (int i = 1; i <= SLOTS - FIRST_FREE; i++) {
            int slot = FIRST_FREE + (lastSlot - FIRST_FREE + i) % (SLOTS - FIRST_FREE);
            if (slots[slot] == null) {
                lastSlot = slot;
                return slot;
            }
        }
        return -1;
    }

    /// A pid that is neither that of a process nor that of a group.
    int nextPid() {
        do {
            lastPid = lastPid < PID_MAX ? lastPid + 1 : INIT_PID + 1;
        } while (isTaken(lastPid));
        return lastPid;
    }

    private boolean isTaken(int pid) {
        for (Proc proc : slots) {
            if (proc != null && (proc.pid == pid || proc.group == pid)) {
                return true;
            }
        }
        return false;
    }
}
