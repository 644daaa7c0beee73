package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_VMCTL: the size of a process's memory.
final class DoVmctl extends KernelCall<KernelRequest.Vmctl> {
    DoVmctl(Core core) {
        super(core, SysCall.SYS_VMCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Vmctl request) {
        Proc target = core.procs.find(request.target(), caller);
        boolean known =
                request.request() == KernelRequest.Vmctl.NEW_MEMORY
                        || request.request() == KernelRequest.Vmctl.RESIZE;
        if (target == null || target.isTask() || !known || request.bytes() < 0) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        boolean anew = request.request() == KernelRequest.Vmctl.NEW_MEMORY;
        if (anew && target == caller) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        boolean done =
                anew
                        ? target.memory().renew(request.bytes())
                        : target.memory().resize(request.bytes());
        return done ? KernelReply.Status.OK : refuse(caller, Errno.ENOMEM, Rule.NO_ROOM);
    }
}
