package ring3.kernel.core;

import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;

/// The way from a trap to the kernel call that it asks for.
@FunctionalInterface
public interface KernelCalls {
    /// Checks and carries out `request` for `caller`.
    KernelReply call(Proc caller, KernelRequest request);
}
