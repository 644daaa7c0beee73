package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.ProcTable;
import ring3.kernel.core.Processes;
import ring3.kernel.core.Rts;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_FORK: the child is a copy of its parent, with a new endpoint. It waits for the same reply as
/// its parent, for a quantum, and, when the parent is a service, for privileges of its own.
final class DoFork extends KernelCall<KernelRequest.Fork> {
    DoFork(Core core) {
        super(core, SysCall.SYS_FORK);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Fork request) {
        Proc parent = core.procs.find(request.parent());
        if (parent == null || request.slot() < 0 || request.slot() >= ProcTable.PROCS) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        Proc child = core.procs.slot(request.slot());
        if (!child.isFree() || parent.isTask() || !parent.has(Rts.RECEIVING)) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        Endpoint endpoint = Processes.nextEndpoint(child);
        if (!core.processes.inherit(child, parent, endpoint)) {
            return refuse(caller, Errno.ENOMEM, Rule.NO_ROOM);
        }
        core.processes.bear(child, parent, endpoint);
        return new KernelReply.ForkReply(endpoint);
    }
}
