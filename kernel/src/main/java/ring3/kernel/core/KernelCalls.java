package ring3.kernel.core;

import module ring3.events;

/// The way from a trap to the kernel call that it asks for.
@FunctionalInterface
public interface KernelCalls {
    /// Checks and carries out `request` for `caller`.
    KernelReply call(Proc caller, KernelRequest request);
}
