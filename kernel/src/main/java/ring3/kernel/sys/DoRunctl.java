package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Runctl;

/// SYS_RUNCTL: stops a process, or lets it run again. Who wants to stop one that is sending can
/// have it done when the message was taken (minix: kernel/system/do_runctl.c).
final class DoRunctl {
    static KernelReply call(Core core, Proc caller, Runctl request) {
        Proc target = Check.process(core, request.target());
        if (!request.stop()) {
            core.scheduler.unblock(target, Rts.PROC_STOP);
            return Status.OK;
        }
        target.tellWhenSent = request.delay() && target.has(Rts.SENDING);
        Refused.unless(!target.tellWhenSent, Errno.EBUSY, Rule.SENDING);
        core.scheduler.block(target, Rts.PROC_STOP);
        return Status.OK;
    }
}
