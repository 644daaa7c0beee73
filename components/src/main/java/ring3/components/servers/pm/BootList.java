package ring3.components.servers.pm;

import ring3.components.protocol.PmVfs.VfsPmInit;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.Syslib;

/// The processes of the boot image, which nobody forked: PM learns of them from the kernel, and VFS
/// from PM.
final class BootList {
    private static final int MODULES_MAX = 32;

    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;
    private final Names names;

    BootList(Syslib sys, ProcTable table) {
        this.sys = sys;
        this.table = table;
        this.vfs = new VfsLink(sys);
        this.names = new Names(sys);
    }

    /// Returns zero, or the negative error number for which the list cannot be had.
    int load() {
        int room = MODULES_MAX * KernelInfo.MODULE_BYTES;
        int buffer = sys.allocate(room);
        long bytes = sys.value(new Getinfo(KernelInfo.IMAGE, buffer, room));
        for (int entry = buffer; entry < buffer + bytes; entry += KernelInfo.MODULE_BYTES) {
            int slot = sys.memory().getInt(entry + KernelInfo.MODULE_SLOT);
            if (slot != KernelInfo.NO_SLOT) {
                add(new Endpoint(slot), names.text(entry, KernelInfo.NAME_BYTES));
            }
        }
        vfs.tell(new VfsPmInit(0, 0, Endpoint.NONE));
        return (int) Math.min(bytes, 0);
    }

    private void add(Endpoint endpoint, String name) {
        boolean init = endpoint.equals(Endpoint.INIT);
        int pid = init ? ProcTable.INIT_PID : table.nextPid();
        table.add(new Proc(endpoint, name, pid, 0, !init));
        vfs.tell(new VfsPmInit(endpoint.slot(), pid, endpoint));
    }
}
