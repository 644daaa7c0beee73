package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_CLEAR: a process that has ended gives up its slot and all that others hold of it.
final class DoClear extends KernelCall<KernelRequest.Clear> {
    DoClear(Core core) {
        super(core, SysCall.SYS_CLEAR);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Clear request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask() || target == caller) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        core.processes.clear(target);
        return KernelReply.Status.OK;
    }
}
