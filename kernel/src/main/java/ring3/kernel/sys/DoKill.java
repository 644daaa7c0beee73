package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Signals;
import ring3.syslib.SysCall;

/// SYS_KILL: a signal for a process. Its signal manager decides what becomes of it.
final class DoKill extends KernelCall<KernelRequest.Kill> {
    DoKill(Core core) {
        super(core, SysCall.SYS_KILL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Kill request) {
        Proc target = core.procs.find(request.target());
        boolean known = request.signal() > 0 && request.signal() <= Signals.COUNT;
        if (target == null || target.isTask() || !known) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        return core.signals.raise(target, request.signal())
                ? KernelReply.Status.OK
                : refuse(caller, Errno.EPERM, Rule.SIGNAL_MANAGER);
    }
}
