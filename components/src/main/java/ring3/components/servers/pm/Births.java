package ring3.components.servers.pm;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Pm.PmSrvFork;
import ring3.components.protocol.PmReply.PmChild;
import ring3.components.protocol.PmVfs.VfsPmFork;
import ring3.components.protocol.PmVfs.VfsPmSrvFork;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.VmReply.VmChild;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// How processes come to be (minix: servers/pm/forkexit.c). PM finds the slot, vm has the copy
/// made.
final class Births {
    private final Syslib sys;
    private final ProcTable table;
    private final VfsLink vfs;
    private final Deaths deaths;
    private final Names names;

    Births(Syslib sys, ProcTable table, VfsLink vfs, Deaths deaths) {
        this.sys = sys;
        this.table = table;
        this.vfs = vfs;
        this.deaths = deaths;
        this.names = new Names(sys);
    }

    /// fork; parent and child are answered when VFS has given the child its files.
    @Nullable Message fork(Proc parent) {
        Message reply = copy(parent);
        if (!(reply instanceof VmChild(Endpoint endpoint))) {
            return reply;
        }
        Proc child = parent.child(endpoint, table.nextPid());
        table.add(child);
        vfs.tell(child, new VfsPmFork(endpoint, parent.endpoint, child.pid));
        return null;
    }

    /// VFS has given `child` its files: now fork returns twice. A parent that died meanwhile gets
    /// its reply in vain, and the child goes on as one of init's.
    void filesShared(Proc child) {
        Proc model = table.find(child.parent);
        Endpoint parent = model == null ? Endpoint.INIT : model.endpoint;
        int highest = Priorities.queue(child.nice);
        Message inherit = new SchedulingInherit(child.endpoint, parent, highest);
        int status = sys.call(Endpoint.SCHED, inherit);
        sys.reply(child.forker, new Result(child.pid));
        if (deaths.endIfPostponed(child)) {
            return;
        }
        if (status < 0) {
            deaths.end(child, Signals.SIGKILL);
        } else {
            sys.reply(child.endpoint, Result.OK);
        }
    }

    /// From RS: a process for a service, a copy of RS that never runs as one.
    Message srvFork(Proc rs, PmSrvFork request) {
        String label = names.fetch(rs.endpoint, request.label(), request.labelLength());
        if (label == null) {
            return Result.of(Errno.EFAULT);
        }
        Message reply = copy(rs);
        if (!(reply instanceof VmChild(Endpoint endpoint))) {
            return reply;
        }
        Proc child = new Proc(endpoint, label, table.nextPid(), rs.pid, true);
        table.add(child);
        vfs.tell(child, new VfsPmSrvFork(endpoint, rs.endpoint, child.pid));
        return new PmChild(endpoint, child.pid);
    }

    private Message copy(Proc parent) {
        int slot = table.freeSlot();
        return slot < 0
                ? Result.of(Errno.EAGAIN)
                : sys.sendrec(Endpoint.VM, new VmFork(parent.endpoint, slot));
    }
}
