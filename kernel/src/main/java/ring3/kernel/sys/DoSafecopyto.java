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

/// SYS_SAFECOPYTO: copies from the caller's memory into a grant of another process.
final class DoSafecopyto extends KernelCall<KernelRequest.Safecopyto> {
    DoSafecopyto(Core core) {
        super(core, SysCall.SYS_SAFECOPYTO);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Safecopyto request) {
        int bytes = request.bytes();
        Grants.Target target =
                core.grants.verify(
                        request.granter(),
                        caller,
                        request.grant(),
                        request.offset(),
                        bytes,
                        GrantTable.WRITE);
        if (target == null) {
            return KernelReply.of(core.grants.error());
        }
        core.processor.charge(caller, core.costs.copy(bytes));
        if (!core.copies.copy(caller, request.address(), target.owner(), target.address(), bytes)) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        core.grants.used(request.granter(), caller, request.grant(), bytes, true);
        return KernelReply.Status.OK;
    }
}
