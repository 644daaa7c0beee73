package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Rts;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_ENDKSIG: a signal manager has dealt with the signals it fetched.
final class DoEndksig extends KernelCall<KernelRequest.Endksig> {
    DoEndksig(Core core) {
        super(core, SysCall.SYS_ENDKSIG);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Endksig request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask() || !target.has(Rts.SIG_PENDING)) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (core.signals.manager(target) != caller) {
            return refuse(caller, Errno.EPERM, Rule.SIGNAL_MANAGER);
        }
        core.signals.finish(target);
        return KernelReply.Status.OK;
    }
}
