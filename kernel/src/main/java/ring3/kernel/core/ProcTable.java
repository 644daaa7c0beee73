package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// All slots for processes, and all privilege structures (minix: kernel/table.c).
public final class ProcTable {
    /// Kernel tasks have the slots -5 to -1.
    public static final int TASKS = 5;

    private final PhysicalMemory memory;
    private final Proc[] procs;
    private final Priv[] privs = new Priv[Privilege.COUNT];

    ProcTable(PhysicalMemory memory, int slots) {
        this.memory = memory;
        procs = new Proc[TASKS + slots];
        for (int id = 0; id < privs.length; id++) {
            privs[id] = new Priv(id);
        }
        for (int i = 0; i < procs.length; i++) {
            renew(i - TASKS, Endpoint.of(i - TASKS, 0), Rts.SLOT_FREE);
        }
    }

    /// Puts a new process, or a free slot, where another was: nothing of that one is left.
    Proc renew(int slot, Endpoint endpoint, int flags) {
        Proc proc = new Proc(slot, endpoint, userPriv(), new AddressSpace(memory));
        proc.rts = flags;
        procs[slot + TASKS] = proc;
        return proc;
    }

    /// Takes back everything that a structure gave, so that another process can have it.
    void renew(Priv priv) {
        privs[priv.id] = new Priv(priv.id);
    }

    /// How many slots there are besides those of the kernel tasks.
    public int slots() {
        return procs.length - TASKS;
    }

    /// The process in `slot`, from -5 on.
    public Proc slot(int slot) {
        return procs[slot + TASKS];
    }

    /// Every slot, kernel tasks first.
    public Proc[] all() {
        return procs;
    }

    /// The living process with that endpoint, or null: the generation must fit too.
    public @Nullable Proc find(Endpoint endpoint) {
        int index = endpoint.slot() + TASKS;
        if (index < 0 || index >= procs.length) {
            return null;
        }
        Proc proc = procs[index];
        return proc.isFree() || !proc.endpoint.equals(endpoint) ? null : proc;
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

    /// Exchanges the processes of two slots: what is in one is in the other from now on, with the
    /// endpoint and the queue of senders that belong there.
    public void swap(Proc a, Proc b) {
        procs[a.slot + TASKS] = b;
        procs[b.slot + TASKS] = a;
    }
}
