package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.events.Rule;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.KernelReply;
import ring3.kernel.syslib.KernelRequest;
import ring3.kernel.syslib.SysCall;

/// SYS_CLEAR: a process that has ended gives up its slot and all that others hold of it.
final class DoClear implements KernelCall<KernelRequest.Clear> {
    private final Core core;

    DoClear(Core core) {
        this.core = core;
    }

    @Override
    public KernelReply call(Proc caller, KernelRequest.Clear request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask() || target == caller) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        core.processes.clear(target);
        return KernelReply.Status.OK;
    }

    private KernelReply refuse(Proc caller, Errno error, Rule rule) {
        return KernelReply.of(core.trace.refuse(caller, SysCall.SYS_CLEAR, error, rule));
    }
}
