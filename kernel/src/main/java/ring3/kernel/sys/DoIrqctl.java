package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_IRQCTL: a driver hooks an interrupt line, or opens and closes one that it has hooked.
///
/// No driver code ever runs inside an interrupt. The kernel closes the line and notifies the
/// driver, and the line stays closed until the driver opens it: a slow driver delays its own device
/// only.
final class DoIrqctl extends KernelCall<KernelRequest.Irqctl> {
    DoIrqctl(Core core) {
        super(core, SysCall.SYS_IRQCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Irqctl request) {
        if (request.request() == KernelRequest.Irqctl.SET_POLICY) {
            return hook(caller, request);
        }
        Proc owner = core.interrupts.owner(request.hook());
        if (owner == null) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (owner != caller) {
            return refuse(caller, Errno.EPERM, Rule.HOOK_OWNER);
        }
        switch (request.request()) {
            case KernelRequest.Irqctl.REMOVE_POLICY -> core.interrupts.detach(request.hook());
            case KernelRequest.Irqctl.ENABLE -> core.interrupts.enable(request.hook());
            case KernelRequest.Irqctl.DISABLE -> core.interrupts.disable(request.hook());
            default -> {
                return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
            }
        }
        return KernelReply.Status.OK;
    }

    private KernelReply hook(Proc caller, KernelRequest.Irqctl request) {
        int line = request.line();
        if (line < 0 || line > 15) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (!caller.priv().mayUseIrq(line)) {
            return refuse(caller, Errno.EPERM, Rule.IRQ_LIST);
        }
        int notifyId = request.hook();
        if (notifyId < 0 || notifyId > 31) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        boolean reenable = (request.policy() & KernelRequest.Irqctl.REENABLE) != 0;
        int hook = core.interrupts.attach(caller, line, notifyId, reenable);
        return hook == 0
                ? refuse(caller, Errno.ENOSPC, Rule.NO_ROOM)
                : new KernelReply.ValueReply(hook);
    }
}
