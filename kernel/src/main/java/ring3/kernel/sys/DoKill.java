package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Kill;

/// SYS_KILL: a signal for a process. Its signal manager decides what becomes of it. When vm has no
/// memory for a process that touched some, its signal is the exception that this has been.
final class DoKill {
    static KernelReply call(Core core, Proc caller, Kill request) {
        Proc target = Check.process(core, request.target());
        int signal = request.signal();
        Check.that(signal > 0 && signal <= Signals.COUNT);
        boolean fault = target.has(Rts.PAGEFAULT) && caller.endpoint.equals(Endpoint.VM);
        boolean raised =
                fault
                        ? core.signals.exception(
                                target,
                                signal,
                                PageFaults.cause(target.faultAddress),
                                Processes.line(target))
                        : core.signals.raise(target, signal);
        Refused.unless(raised, Errno.EPERM, Rule.SIGNAL_MANAGER);
        return Status.OK;
    }
}
