package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Clear;

/// SYS_CLEAR: a process that has ended gives up its slot and all that others hold of it.
final class DoClear {
    static KernelReply call(Core core, Proc caller, Clear request) {
        Proc target = Check.process(core, request.target());
        Check.that(target != caller);
        core.processes.clear(target);
        return Status.OK;
    }
}
