package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Sigsend;

/// SYS_SIGSEND: a process runs its handler for a signal before it goes on (minix:
/// kernel/system/do_sigsend.c).
final class DoSigsend {
    static KernelReply call(Core core, Proc caller, Sigsend request) {
        Proc target = Check.process(core, request.target());
        Check.that(request.signal() > 0 && request.signal() <= Signals.COUNT);
        Check.manages(core, caller, target);
        core.signals.interrupt(target, request.signal(), request.handler(), request.mask());
        return Status.OK;
    }
}
