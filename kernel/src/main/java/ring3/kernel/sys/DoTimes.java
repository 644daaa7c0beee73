package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Times;

/// SYS_TIMES: the time since boot, and the processor time of a process.
final class DoTimes {
    static KernelReply call(Core core, Proc caller, Times request) {
        boolean self = request.target().equals(Endpoint.SELF);
        Proc target = self ? caller : core.procs.find(request.target());
        Refused.unless(target != null, Errno.EINVAL, Rule.DEAD_ENDPOINT);
        assert target != null;
        return new TimesReply(
                core.clock.ticks(), core.trace.nanos(), target.cpuNanos, core.clock.bootSeconds);
    }
}
