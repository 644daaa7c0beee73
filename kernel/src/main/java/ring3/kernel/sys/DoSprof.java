package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.*;
import ring3.syslib.KernelRequest.Sprof;

/// SYS_SPROF: begins and ends statistical profiling (minix: kernel/system/do_sprofile.c).
final class DoSprof {
    static KernelReply call(Core core, Proc caller, Sprof request) {
        if (request.action() == Sprof.STOP) {
            Check.that(core.profile.isRunning());
            return new ValueReply(core.profile.stop());
        }
        Check.that(request.action() == Sprof.START);
        Refused.unless(!core.profile.isRunning(), Errno.EBUSY, Rule.BAD_ARGUMENT);
        core.copies.require(caller, caller, request.address(), request.bytes(), true);
        core.profile.start(caller, request.address(), request.bytes());
        return Status.OK;
    }
}
