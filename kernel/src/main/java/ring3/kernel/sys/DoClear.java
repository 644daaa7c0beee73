package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Clear;

/// SYS_CLEAR: a process that has ended gives up its slot and all that others hold of it.
final class DoClear {
    private DoClear() {}

    static KernelReply call(Core core, Proc caller, Clear request) {
        Proc target = Check.process(core, request.target());
        Check.that(target != caller);
        core.processes.clear(target);
        return Status.OK;
    }
}
