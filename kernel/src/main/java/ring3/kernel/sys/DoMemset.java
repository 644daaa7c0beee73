package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Memset;

/// SYS_MEMSET: fills memory of a process, or physical memory, with a byte.
final class DoMemset {
    static KernelReply call(Core core, Proc caller, Memset request) {
        Proc owner =
                Check.memory(core, caller, request.owner(), request.address(), request.bytes());
        core.copies.fill(caller, owner, request.address(), request.bytes(), request.pattern());
        return Status.OK;
    }
}
