package ring3.kernel.core;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;

/// All slots for processes, and all privilege structures (minix: kernel/table.c).
public final class ProcTable {
    /// Kernel tasks have the slots -5 to -1.
    public static final int TASKS = 5;

    /// Slots for processes.
    public static final int PROCS = 256;

    private final Proc[] procs = new Proc[TASKS + PROCS];
    private final Priv[] privs = new Priv[Privilege.COUNT];

    private final Frames frames;

    ProcTable(Frames frames) {
        this.frames = frames;
        for (int id = 0; id < privs.length; id++) {
            privs[id] = new Priv(id);
        }
        for (int i = 0; i < procs.length; i++) {
            procs[i] = new Proc(i - TASKS, userPriv(), new AddressSpace(frames));
        }
    }

    /// Where the memory of all processes comes from.
    Frames frames() {
        return frames;
    }

    /// The process in `slot`, -5 to 255.
    public Proc slot(int slot) {
        return procs[slot + TASKS];
    }

    /// Every slot, kernel tasks first.
    public Proc[] all() {
        return procs;
    }

    /// The living process with that endpoint, or null: the generation must fit too.
    public @Nullable Proc find(Endpoint endpoint) {
        int slot = endpoint.slot();
        if (slot < -TASKS || slot >= PROCS) {
            return null;
        }
        Proc proc = procs[slot + TASKS];
        return proc.isFree() || !proc.endpoint.equals(endpoint) ? null : proc;
    }

    /// As [#find(Endpoint)], where SELF is `caller`.
    public @Nullable Proc find(Endpoint endpoint, Proc caller) {
        return endpoint.equals(Endpoint.SELF) ? caller : find(endpoint);
    }

    public Priv[] privs() {
        return privs;
    }

    /// The structure that all user processes share.
    public Priv userPriv() {
        return privs[Privilege.USER_ID];
    }

    /// A structure for the service in `slot`: its own if it is of the boot image, else one that is
    /// free; null when there is none.
    @Nullable Priv privFor(int slot) {
        if (slot < Endpoint.INIT.slot()) {
            return privs[Privilege.staticId(slot)];
        }
        for (int id = Privilege.USER_ID + 1; id < privs.length; id++) {
            if (privs[id].owner == null) {
                return privs[id];
            }
        }
        return null;
    }
}
