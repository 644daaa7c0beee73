package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Processes;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_SCHEDULE: a scheduler gives one of its processes a queue and a fresh quantum.
final class DoSchedule extends KernelCall<KernelRequest.Schedule> {
    DoSchedule(Core core) {
        super(core, SysCall.SYS_SCHEDULE);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Schedule request) {
        Proc target = core.procs.find(request.target());
        if (target == null) {
            return refuse(caller, Errno.EINVAL, Rule.DEAD_ENDPOINT);
        }
        if (!caller.endpoint().equals(target.scheduler())) {
            return refuse(caller, Errno.EPERM, Rule.SCHEDULER);
        }
        if (!Processes.maySchedule(request.priority(), request.quantumMillis())) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        core.processes.schedule(target, request.priority(), request.quantumMillis());
        return KernelReply.Status.OK;
    }
}
