package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Getksig;

/// SYS_GETKSIG: a signal manager fetches the signals of one process.
final class DoGetksig {
    private DoGetksig() {}

    static KernelReply call(Core core, Proc caller, Getksig request) {
        Proc target = core.signals.nextFor(caller);
        return target == null
                ? new SignalReply(Endpoint.NONE, 0)
                : new SignalReply(target.endpoint, core.signals.fetch(target));
    }
}
