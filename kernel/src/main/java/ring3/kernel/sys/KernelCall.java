package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// What the kernel does for one kind of request. The caller's right to make the call was checked.
abstract class KernelCall<R extends KernelRequest> {
    final Core core;
    private final SysCall number;

    KernelCall(Core core, SysCall number) {
        this.core = core;
        this.number = number;
    }

    /// Carries it out, or refuses it, changing nothing, with an event that says why.
    abstract KernelReply call(Proc caller, R request);

    /// Tells why the request is refused. The reply is that error.
    final KernelReply refuse(Proc caller, Errno error, Rule rule) {
        return KernelReply.of(core.trace.refuse(caller, number, error, rule));
    }
}
