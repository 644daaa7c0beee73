package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Getksig;

/// SYS_GETKSIG: a signal manager fetches the signals of one process.
final class DoGetksig {
    static KernelReply call(Core core, Proc caller, Getksig request) {
        Proc target = core.signals.nextFor(caller);
        return target == null
                ? new SignalReply(Endpoint.NONE, 0)
                : new SignalReply(target.endpoint, core.signals.fetch(target));
    }
}
