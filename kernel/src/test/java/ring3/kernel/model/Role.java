package ring3.kernel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Trap;

/// What a process of a story is and may do.
///
/// @param slot its slot in the process table
/// @param user whether it is a user process, which has the rights that all of them share; then the
///   rest counts for nothing
/// @param system whether it is a service (SYS_PROC)
/// @param traps the traps it may use, one bit each
/// @param ipcTo the privilege ids it is allowed to send to, one bit each
record Role(int slot, boolean user, boolean system, int traps, long ipcTo) {
    /// A service with all rights.
    static Role plain(int slot) {
        return new Role(slot, false, true, Trap.ALL, Privilege.IPC_ALL);
    }

    /// What SYS_PRIVCTL would be asked to give it; null for a user process.
    @Nullable Privilege privilege() {
        if (user) {
            return null;
        }
        return new Privilege(
                system ? Privilege.SYS_PROC : 0,
                traps,
                0,
                ipcTo,
                Endpoint.RS,
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public String toString() {
        if (user) {
            return "user process in slot " + slot;
        }
        return (system ? "service in slot " : "process in slot ")
                + slot
                + (traps == Trap.ALL ? "" : ", traps " + Integer.toBinaryString(traps))
                + (ipcTo == Privilege.IPC_ALL ? "" : ", ipc_to " + Long.toHexString(ipcTo));
    }
}
