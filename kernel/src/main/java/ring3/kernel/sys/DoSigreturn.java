package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Sigreturn;

/// SYS_SIGRETURN: a signal handler has ended, and its process goes on where it was interrupted. It
/// gets no answer to the request by which it told so (minix: kernel/system/do_sigreturn.c).
final class DoSigreturn {
    static KernelReply call(Core core, Proc caller, Sigreturn request) {
        Proc target = Check.process(core, request.target());
        Check.manages(core, caller, target);
        Check.that(target.handlersRunning > 0 && target.blockedOn().equals(caller.endpoint));
        core.signals.resume(target);
        return Status.OK;
    }
}
