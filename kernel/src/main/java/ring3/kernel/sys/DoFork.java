package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.ForkReply;
import ring3.syslib.KernelRequest.Fork;

/// SYS_FORK: the child is a copy of its parent, with a new endpoint. It waits for the same reply as
/// its parent, for a quantum, and, when the parent is a service, for privileges of its own.
final class DoFork {
    static KernelReply call(Core core, Proc caller, Fork request) {
        Proc parent = Check.process(core, request.parent());
        Check.that(request.slot() >= 0 && request.slot() < core.procs.slots());
        Proc child = core.procs.slot(request.slot());
        Check.that(child.isFree() && parent.has(Rts.RECEIVING));
        boolean inhibit = (request.flags() & Fork.INHIBIT) != 0;
        return new ForkReply(core.processes.fork(child, parent, inhibit ? Rts.VMINHIBIT : 0));
    }
}
