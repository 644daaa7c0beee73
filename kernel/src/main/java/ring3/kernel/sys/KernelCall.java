package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;

/// What the kernel does for one kind of request. The caller's right to make the call was checked; a
/// request that makes no sense or goes too far is refused before anything has changed.
@FunctionalInterface
interface KernelCall<R extends KernelRequest> {
    KernelReply call(Core core, Proc caller, R request);
}
