package ring3.components.servers.vm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// The memories of all processes, each at the slot that its process has in the kernel's table too.
final class Spaces {
    private final @Nullable Space[] slots;

    Spaces(int count) {
        slots = new @Nullable Space[count];
    }

    void add(Space space) {
        slots[space.owner.slot()] = space;
    }

    void remove(Space space) {
        slots[space.owner.slot()] = null;
    }

    /// The memory of the process behind an endpoint, or null.
    @Nullable Space find(Endpoint owner) {
        int slot = owner.slot();
        Space space = slot >= 0 && slot < slots.length ? slots[slot] : null;
        return space != null && space.owner.equals(owner) ? space : null;
    }

    /// Two processes have changed places, and their memories go with them.
    void swap(Space one, Space other) {
        Endpoint owner = one.owner;
        one.owner = other.owner;
        other.owner = owner;
        add(one);
        add(other);
    }

    /// All of them in the order of their slots.
    List<Space> all() {
        List<Space> all = new ArrayList<>();
        for (Space space : slots) {
            if (space != null) {
                all.add(space);
            }
        }
        return all;
    }
}
