package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_ABORT: stops the machine.
final class DoAbort extends KernelCall<KernelRequest.Abort> {
    DoAbort(Core core) {
        super(core, SysCall.SYS_ABORT);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Abort request) {
        if (request.how() == KernelRequest.Abort.PANIC) {
            core.processor.panic(caller, caller.name() + " could not go on");
        } else {
            core.processor.halt(caller, request.how(), request.status());
        }
        return KernelReply.Status.OK;
    }
}
