package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.*;

/// SYS_STIME and SYS_SETTIME: the time of day is the time since boot and the time of the boot; it
/// is the latter that is set.
final class DoSettime {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    static KernelReply boot(Core core, Proc caller, Stime request) {
        core.clock.bootSeconds = request.bootSeconds();
        return Status.OK;
    }

    static KernelReply call(Core core, Proc caller, Settime request) {
        Check.that(request.clock() == Settime.REALTIME);
        Check.that(request.nanos() >= 0 && request.nanos() < NANOS_PER_SECOND);
        long up = core.trace.nanos() / NANOS_PER_SECOND;
        if (request.now()) {
            core.clock.bootSeconds = request.seconds() - up;
        } else {
            core.clock.bootSeconds += request.seconds();
        }
        return Status.OK;
    }
}
