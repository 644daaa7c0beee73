package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Trap;

/// The privilege structure of the model: the rights, and what waits for their owner.
final class ModelPrivilege {
    final int id;
    final boolean system;
    final int traps;

    /// Who has it; null for the one that all user processes share.
    final @Nullable Endpoint owner;

    /// The ids it may send to.
    final TreeSet<Integer> sendTo = new TreeSet<>();

    /// Who has notified the owner, by privilege id.
    final TreeMap<Integer, Endpoint> notified = new TreeMap<>();

    /// The table of the last SENDA of the owner.
    List<ModelEntry> table = new ArrayList<>();

    ModelPrivilege(int id, boolean system, int traps, @Nullable Endpoint owner) {
        this.id = id;
        this.system = system;
        this.traps = traps;
        this.owner = owner;
    }

    boolean allows(Trap trap) {
        return (traps & trap.bit()) != 0;
    }

    boolean maySendTo(ModelPrivilege other) {
        return sendTo.contains(other.id);
    }

    /// Send masks are symmetric, but for one who can do nothing but receive; nobody sends to
    /// himself.
    void setSendTo(ModelPrivilege other, boolean allowed) {
        sendTo.remove(other.id);
        other.sendTo.remove(id);
        if (allowed && other != this) {
            sendTo.add(other.id);
            if (other.traps != Trap.RECEIVE.bit()) {
                other.sendTo.add(id);
            }
        }
    }
}
