package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Grants;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest.Safecopy;
import ring3.syslib.SysCall;

/// SYS_SAFECOPYFROM and SYS_SAFECOPYTO: copies between the caller's memory and a grant of another
/// process (minix: kernel/system/do_safecopy.c).
final class DoSafecopy extends KernelCall<Safecopy> {
    private final boolean toGrant;

    DoSafecopy(Core core, SysCall number) {
        super(core, number);
        toGrant = number == SysCall.SYS_SAFECOPYTO;
    }

    @Override
    KernelReply call(Proc caller, Safecopy request) {
        int bytes = request.bytes();
        int access = toGrant ? GrantTable.WRITE : GrantTable.READ;
        Grants.Target target =
                core.grants.verify(
                        request.granter(),
                        caller,
                        request.grant(),
                        request.offset(),
                        bytes,
                        access);
        if (target == null) {
            return KernelReply.of(core.grants.error());
        }
        core.processor.charge(caller, core.costs.copy(bytes));
        if (!copy(target, caller, request.address(), bytes)) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        core.grants.used(request.granter(), caller, request.grant(), bytes, toGrant);
        return KernelReply.Status.OK;
    }

    private boolean copy(Grants.Target target, Proc caller, int address, int bytes) {
        return toGrant
                ? core.copies.copy(caller, address, target.owner(), target.address(), bytes)
                : core.copies.copy(target.owner(), target.address(), caller, address, bytes);
    }
}
