package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.syslib.KernelReply;
import ring3.kernel.syslib.KernelRequest;

/// SYS_ABORT: stops the machine.
final class DoAbort implements KernelCall<KernelRequest.Abort> {
    private final Core core;

    DoAbort(Core core) {
        this.core = core;
    }

    @Override
    public KernelReply call(Proc caller, KernelRequest.Abort request) {
        if (request.how() == KernelRequest.Abort.PANIC) {
            core.processor.panic(caller, caller.name() + " could not go on");
        } else {
            core.processor.halt(caller, request.how(), request.status());
        }
        return KernelReply.Status.OK;
    }
}
