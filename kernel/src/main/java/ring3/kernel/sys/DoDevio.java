package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.*;
import ring3.syslib.KernelRequest.Devio;

/// SYS_DEVIO: one access to a port that the caller owns.
final class DoDevio {
    static KernelReply call(Core core, Proc caller, Devio request) {
        int port = request.port();
        Check.that(PortIo.isValid(request.request()) && port >= 0 && port <= 0xffff);
        int width = PortIo.width(request.request());
        boolean output = PortIo.isOutput(request.request());
        core.ports.check(caller, port, width, output, request.value());
        core.processor.charge(caller, core.costs.port());
        if (output) {
            core.ports.out(caller, port, width, request.value());
            return Status.OK;
        }
        return new ValueReply(core.ports.in(caller, port, width) & 0xffffffffL);
    }
}
