package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Rts;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_RUNCTL: stops a process, or lets it run again.
final class DoRunctl extends KernelCall<KernelRequest.Runctl> {
    DoRunctl(Core core) {
        super(core, SysCall.SYS_RUNCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Runctl request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask()) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (request.stop()) {
            core.scheduler.block(target, Rts.PROC_STOP);
        } else {
            core.scheduler.unblock(target, Rts.PROC_STOP);
        }
        return KernelReply.Status.OK;
    }
}
