package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Setgrant;

/// SYS_SETGRANT: a service tells where in its memory its grants are.
final class DoSetgrant {
    static KernelReply call(Core core, Proc caller, Setgrant request) {
        Check.system(caller);
        long bytes = (long) request.entries() * GrantTable.ENTRY_BYTES;
        Check.that(bytes >= 0 && bytes <= AddressSpace.END);
        core.grants.setTable(caller, request.address(), request.entries());
        return Status.OK;
    }
}
