package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_GETKSIG: a signal manager fetches the signals of one process.
final class DoGetksig extends KernelCall<KernelRequest.Getksig> {
    DoGetksig(Core core) {
        super(core, SysCall.SYS_GETKSIG);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Getksig request) {
        Proc target = core.signals.nextFor(caller);
        return target == null
                ? new KernelReply.SignalReply(Endpoint.NONE, 0)
                : new KernelReply.SignalReply(target.endpoint(), core.signals.fetch(target));
    }
}
