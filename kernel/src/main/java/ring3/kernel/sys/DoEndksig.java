package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Rts;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Endksig;

/// SYS_ENDKSIG: a signal manager has dealt with the signals it fetched.
final class DoEndksig {
    private DoEndksig() {}

    static KernelReply call(Core core, Proc caller, Endksig request) {
        Proc target = Check.process(core, request.target());
        Check.that(target.has(Rts.SIG_PENDING));
        Check.manages(core, caller, target);
        core.signals.finish(target);
        return Status.OK;
    }
}
