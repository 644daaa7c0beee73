package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_GETINFO: copies a table of the kernel to the caller.
final class DoGetinfo extends KernelCall<KernelRequest.Getinfo> {
    DoGetinfo(Core core) {
        super(core, SysCall.SYS_GETINFO);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Getinfo request) {
        if (request.what() == KernelInfo.WHOAMI) {
            return new KernelReply.ValueReply(caller.endpoint().value());
        }
        byte[] table =
                switch (request.what()) {
                    case KernelInfo.IMAGE -> Tables.image(core.bootInfo);
                    case KernelInfo.PROCTAB -> Tables.processes(core.procs);
                    case KernelInfo.MONPARAMS -> core.bootInfo.parameters();
                    default -> null;
                };
        if (table == null) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (table.length > request.bytes()) {
            return refuse(caller, Errno.E2BIG, Rule.NO_ROOM);
        }
        core.processor.charge(caller, core.costs.copy(table.length));
        return core.copies.store(caller, request.address(), table)
                ? new KernelReply.ValueReply(table.length)
                : refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
    }
}
