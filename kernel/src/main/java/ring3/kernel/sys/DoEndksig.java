package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Endksig;

/// SYS_ENDKSIG: a signal manager has dealt with the signals it fetched.
final class DoEndksig {
    static KernelReply call(Core core, Proc caller, Endksig request) {
        Proc target = Check.process(core, request.target());
        Check.that(target.has(Rts.SIG_PENDING));
        Check.manages(core, caller, target);
        core.signals.finish(target);
        return Status.OK;
    }
}
