package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.*;
import ring3.syslib.KernelRequest.Irqctl;

/// SYS_IRQCTL: a driver hooks an interrupt line, or opens and closes one that it has hooked.
///
/// No driver code ever runs inside an interrupt. The kernel closes the line and notifies the
/// driver, and the line stays closed until the driver opens it: a slow driver delays its own device
/// only.
final class DoIrqctl {
    static KernelReply call(Core core, Proc caller, Irqctl request) {
        if (request.request() == Irqctl.SET_POLICY) {
            return hook(core, caller, request);
        }
        int hook = request.hook();
        Endpoint owner = core.interrupts.owner(hook);
        Check.that(!owner.equals(Endpoint.NONE));
        Refused.unless(owner.equals(caller.endpoint), Errno.EPERM, Rule.HOOK_OWNER);
        switch (request.request()) {
            case Irqctl.REMOVE_POLICY -> core.interrupts.detach(hook);
            case Irqctl.ENABLE -> core.interrupts.enable(hook);
            case Irqctl.DISABLE -> core.interrupts.disable(hook);
            default -> Check.that(false);
        }
        return Status.OK;
    }

    private static KernelReply hook(Core core, Proc caller, Irqctl request) {
        int line = request.line();
        Check.that(line >= 0 && line <= 15);
        boolean may = caller.priv.mayUseIrq(line) || caller.kernelMode;
        Refused.unless(may, Errno.EPERM, Rule.IRQ_LIST);
        int notifyId = request.hook();
        Check.that(notifyId >= 0 && notifyId <= 31);
        boolean reenable = (request.policy() & Irqctl.REENABLE) != 0;
        int hook = core.interrupts.attach(caller, line, notifyId, reenable);
        Refused.unless(hook != 0, Errno.ENOSPC, Rule.NO_ROOM);
        return new ValueReply(hook);
    }
}
