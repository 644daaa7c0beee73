package ring3.kernel.model;

import java.util.Collection;
import java.util.TreeMap;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Trap;

/// The privilege structures of the model, in the order of their ids (minix: kernel/priv.h).
final class ModelPrivileges {
    private static final int STATIC_OFFSET = 5;
    private static final int USER_ID = 16;
    private static final long USER_IPC_TO =
            Privilege.ipcBit(Endpoint.PM)
                    | Privilege.ipcBit(Endpoint.VFS)
                    | Privilege.ipcBit(Endpoint.RS);

    private final TreeMap<Integer, ModelPrivilege> structures = new TreeMap<>();

    /// The one that all user processes share: they only ask, and only three servers.
    private final ModelPrivilege user =
            new ModelPrivilege(USER_ID, false, Trap.SENDREC.bit(), null);

    ModelPrivileges() {
        structures.put(USER_ID, user);
        for (int id = 0; id < Privilege.COUNT; id++) {
            if ((USER_IPC_TO & 1L << id) != 0) {
                user.sendTo.add(id);
            }
        }
    }

    Collection<ModelPrivilege> all() {
        return structures.values();
    }

    ModelPrivilege task(Endpoint task) {
        ModelPrivilege privilege = new ModelPrivilege(task.slot() + STATIC_OFFSET, false, 0, task);
        structures.put(privilege.id, privilege);
        return privilege;
    }

    /// The structure of a process that is born: boot processes have ids of their own, user
    /// processes share one, all others get the first that is free.
    ModelPrivilege give(Endpoint endpoint, Role role) {
        if (role.user()) {
            return user;
        }
        int slot = endpoint.slot();
        int id = slot + STATIC_OFFSET;
        if (id >= USER_ID) {
            id = USER_ID + 1;
            while (structures.containsKey(id)) {
                id++;
            }
        }
        ModelPrivilege given = new ModelPrivilege(id, role.system(), role.traps(), endpoint);
        structures.put(id, given);
        for (ModelPrivilege other : structures.values()) {
            given.setSendTo(other, (role.ipcTo() & 1L << other.id) != 0);
        }
        return given;
    }

    void takeBack(ModelPrivilege privilege) {
        if (privilege == user) {
            return;
        }
        structures.remove(privilege.id);
        for (ModelPrivilege other : structures.values()) {
            other.sendTo.remove(privilege.id);
        }
    }
}
