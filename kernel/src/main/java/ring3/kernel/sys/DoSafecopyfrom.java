package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Grants;
import ring3.kernel.core.Proc;
import ring3.kernel.events.Rule;
import ring3.kernel.syslib.Errno;
import ring3.kernel.syslib.GrantTable;
import ring3.kernel.syslib.KernelReply;
import ring3.kernel.syslib.KernelRequest;
import ring3.kernel.syslib.SysCall;

/// SYS_SAFECOPYFROM: copies from a grant of another process into the caller's memory.
final class DoSafecopyfrom extends KernelCall<KernelRequest.Safecopyfrom> {
    DoSafecopyfrom(Core core) {
        super(core, SysCall.SYS_SAFECOPYFROM);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Safecopyfrom request) {
        int bytes = request.bytes();
        Grants.Target target =
                core.grants.verify(
                        request.granter(),
                        caller,
                        request.grant(),
                        request.offset(),
                        bytes,
                        GrantTable.READ);
        if (target == null) {
            return KernelReply.of(core.grants.error());
        }
        core.processor.charge(caller, core.costs.copy(bytes));
        if (!core.copies.copy(target.owner(), target.address(), caller, request.address(), bytes)) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        core.grants.used(request.granter(), caller, request.grant(), bytes, false);
        return KernelReply.Status.OK;
    }
}
