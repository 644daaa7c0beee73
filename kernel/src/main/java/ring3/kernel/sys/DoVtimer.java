package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Vtimer;

/// SYS_VTIMER: the two timers on the processor time of a process.
final class DoVtimer {
    static KernelReply call(Core core, Proc caller, Vtimer request) {
        Proc target = Check.selfOrProcess(core, caller, request.target());
        boolean virtual = request.which() == Vtimer.VIRTUAL;
        Check.that((virtual || request.which() == Vtimer.PROFILE) && request.ticks() >= 0);
        long left = virtual ? target.virtualTicks : target.profileTicks;
        if (request.set() && virtual) {
            target.virtualTicks = request.ticks();
        } else if (request.set()) {
            target.profileTicks = request.ticks();
        }
        return new ValueReply(left);
    }
}
