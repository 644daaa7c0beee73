package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Priv;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_SETALARM: the one alarm of a service.
final class DoSetalarm extends KernelCall<KernelRequest.Setalarm> {
    DoSetalarm(Core core) {
        super(core, SysCall.SYS_SETALARM);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Setalarm request) {
        if (!caller.priv().isSystem()) {
            return refuse(caller, Errno.EPERM, Rule.SYSTEM_PROCESS);
        }
        if (request.ticks() < 0) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        long now = core.clock.ticks();
        boolean cancel = !request.absolute() && request.ticks() == 0;
        long at = request.absolute() ? request.ticks() : now + request.ticks();
        long left = core.clock.setAlarm(caller.priv(), cancel ? Priv.NO_ALARM : at);
        return new KernelReply.AlarmReply(left, now);
    }
}
