package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_TIMES: the time since boot, and the processor time of a process.
final class DoTimes extends KernelCall<KernelRequest.Times> {
    DoTimes(Core core) {
        super(core, SysCall.SYS_TIMES);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Times request) {
        Proc target = core.procs.find(request.target(), caller);
        return target == null
                ? refuse(caller, Errno.EINVAL, Rule.DEAD_ENDPOINT)
                : new KernelReply.TimesReply(
                        core.clock.ticks(), core.trace.nanos(), target.cpuNanos());
    }
}
