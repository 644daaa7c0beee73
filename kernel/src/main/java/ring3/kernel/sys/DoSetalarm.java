package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.AlarmReply;
import ring3.syslib.KernelRequest.Setalarm;

/// SYS_SETALARM: the one alarm of a service.
final class DoSetalarm {
    static KernelReply call(Core core, Proc caller, Setalarm request) {
        Check.system(caller);
        Check.that(request.ticks() >= 0);
        long now = core.clock.ticks();
        boolean cancel = !request.absolute() && request.ticks() == 0;
        long at = request.absolute() ? request.ticks() : now + request.ticks();
        long left = core.clock.setAlarm(caller.priv, cancel ? Priv.NO_ALARM : at);
        return new AlarmReply(left, now);
    }
}
