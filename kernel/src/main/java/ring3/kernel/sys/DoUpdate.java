package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Update;

/// SYS_UPDATE: a new incarnation of a service takes the place of the old, under the old endpoint
/// (minix: kernel/system/do_update.c).
final class DoUpdate {
    static KernelReply call(Core core, Proc caller, Update request) {
        Proc source = Check.process(core, request.source());
        Proc target = Check.process(core, request.target());
        Check.that(source != target && source != caller && target != caller);
        Refused.unless(ownsPriv(source) && ownsPriv(target), Errno.EPERM, Rule.SYSTEM_PROCESS);
        Refused.unless(
                isQuiet(source, target) && isQuiet(target, source), Errno.EBUSY, Rule.SENDING);
        core.processes.swap(source, target);
        return Status.OK;
    }

    private static boolean ownsPriv(Proc proc) {
        return proc.priv.isSystem() && proc.priv.owner == proc;
    }

    /// It runs nowhere, waits for vm nowhere, nobody holds a message of its own, and it does not
    /// wait for the very one whose place it takes.
    private static boolean isQuiet(Proc proc, Proc other) {
        return !proc.isRunnable()
                && !proc.has(Rts.SENDING | Rts.PAGEFAULT | Rts.VMREQUEST)
                && !proc.blockedOn().equals(other.endpoint);
    }
}
