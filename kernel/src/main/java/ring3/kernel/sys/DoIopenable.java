package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Iopenable;

/// SYS_IOPENABLE: a process may use port instructions, for the ports of its privileges. Without it
/// such an instruction is an exception (minix: kernel/arch/i386/do_iopenable.c).
final class DoIopenable {
    static KernelReply call(Core core, Proc caller, Iopenable request) {
        boolean self = request.target().equals(Endpoint.NONE);
        Proc target = self ? caller : Check.selfOrProcess(core, caller, request.target());
        target.portInstructions = true;
        return Status.OK;
    }
}
