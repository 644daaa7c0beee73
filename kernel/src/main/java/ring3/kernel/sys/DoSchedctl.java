package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Processes;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_SCHEDCTL: the caller, or the kernel itself, takes over the scheduling of a process.
final class DoSchedctl extends KernelCall<KernelRequest.Schedctl> {
    DoSchedctl(Core core) {
        super(core, SysCall.SYS_SCHEDCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Schedctl request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask()) {
            return refuse(caller, Errno.EINVAL, Rule.DEAD_ENDPOINT);
        }
        if (!request.byKernel()) {
            Processes.setScheduler(target, caller.endpoint());
            return KernelReply.Status.OK;
        }
        if (!Processes.maySchedule(request.priority(), request.quantumMillis())) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        Processes.setScheduler(target, null);
        core.processes.schedule(target, request.priority(), request.quantumMillis());
        return KernelReply.Status.OK;
    }
}
