package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Abort;

/// SYS_ABORT: stops the machine.
final class DoAbort {
    private DoAbort() {}

    static KernelReply call(Core core, Proc caller, Abort request) {
        if (request.how() == Abort.PANIC) {
            core.processor.panic(caller, caller.name + " could not go on");
        } else {
            core.processor.halt(caller, request.how(), request.status());
        }
        return Status.OK;
    }
}
