package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.AddressSpace;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_SETGRANT: a service tells where in its memory its grants are.
final class DoSetgrant extends KernelCall<KernelRequest.Setgrant> {
    DoSetgrant(Core core) {
        super(core, SysCall.SYS_SETGRANT);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Setgrant request) {
        if (!caller.priv().isSystem()) {
            return refuse(caller, Errno.EPERM, Rule.SYSTEM_PROCESS);
        }
        long bytes = (long) request.entries() * GrantTable.ENTRY_BYTES;
        if (bytes < 0 || bytes > AddressSpace.BYTES_MAX) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        core.grants.setTable(caller, request.address(), request.entries());
        return KernelReply.Status.OK;
    }
}
