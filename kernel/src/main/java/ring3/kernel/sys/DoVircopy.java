package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_VIRCOPY: copies between any two processes; only the most trusted may call it.
final class DoVircopy extends KernelCall<KernelRequest.Vircopy> {
    DoVircopy(Core core) {
        super(core, SysCall.SYS_VIRCOPY);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Vircopy request) {
        Proc source = core.procs.find(request.source(), caller);
        Proc target = core.procs.find(request.target(), caller);
        if (source == null || target == null || source.isTask() || target.isTask()) {
            return refuse(caller, Errno.EINVAL, Rule.DEAD_ENDPOINT);
        }
        int from = request.sourceAddress();
        int to = request.targetAddress();
        if (!core.copies.copy(source, from, target, to, request.bytes())) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        core.processor.charge(caller, core.costs.copy(request.bytes()));
        return KernelReply.Status.OK;
    }
}
