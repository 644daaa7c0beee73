package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Getinfo;

/// SYS_GETINFO: copies a table of the kernel to the caller.
final class DoGetinfo {
    static KernelReply call(Core core, Proc caller, Getinfo request) {
        return new ValueReply(
                switch (request.what()) {
                    case KernelInfo.WHOAMI -> caller.endpoint.value();
                    case KernelInfo.HZ -> Clock.HZ;
                    default -> copy(core, caller, request);
                });
    }

    private static int copy(Core core, Proc caller, Getinfo request) {
        byte[] table = new Tables(core).table(request.what());
        Refused.unless(table.length <= request.bytes(), Errno.E2BIG, Rule.NO_ROOM);
        core.processor.charge(caller, core.costs.copy(table.length));
        core.copies.store(caller, caller, request.address(), table);
        return table.length;
    }
}
