package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Abort;

/// SYS_ABORT: stops the machine.
final class DoAbort {
    static KernelReply call(Core core, Proc caller, Abort request) {
        if (request.how() == Abort.PANIC) {
            core.processor.panic(caller, caller.name + " could not go on");
        } else {
            core.processor.halt(caller, request.how(), request.status());
        }
        return Status.OK;
    }
}
