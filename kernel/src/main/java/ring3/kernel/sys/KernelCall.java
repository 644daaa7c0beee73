package ring3.kernel.sys;

import ring3.kernel.core.Proc;
import ring3.kernel.syslib.KernelReply;
import ring3.kernel.syslib.KernelRequest;

/// What the kernel does for one kind of request. The caller's right to make the call was checked.
interface KernelCall<R extends KernelRequest> {
    /// Carries it out, or refuses it, changing nothing, with an event that says why.
    KernelReply call(Proc caller, R request);
}
