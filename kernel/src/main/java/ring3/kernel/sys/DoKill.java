package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.PageFaults;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Processes;
import ring3.kernel.core.Refused;
import ring3.kernel.core.Rts;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.Signals;

/// SYS_KILL: a signal for a process. Its signal manager decides what becomes of it. When vm has no
/// memory for a process that touched some, its signal is the exception that this has been.
final class DoKill {
    private DoKill() {}

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
