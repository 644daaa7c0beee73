package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.PortIo;
import ring3.syslib.SysCall;

/// SYS_DEVIO: one access to a port that the caller owns.
final class DoDevio extends KernelCall<KernelRequest.Devio> {
    DoDevio(Core core) {
        super(core, SysCall.SYS_DEVIO);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Devio request) {
        int port = request.port();
        if (!PortIo.isValid(request.request()) || port < 0 || port > 0xffff) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        int width = PortIo.width(request.request());
        boolean output = PortIo.isOutput(request.request());
        Errno error = core.ports.check(caller, port, width, output, request.value());
        if (error != Errno.OK) {
            return KernelReply.of(error);
        }
        core.processor.charge(caller, core.costs.port());
        if (output) {
            core.ports.out(caller, port, width, request.value());
            return KernelReply.Status.OK;
        }
        long value = core.ports.in(caller, port, width) & 0xffffffffL;
        return new KernelReply.ValueReply(value);
    }
}
