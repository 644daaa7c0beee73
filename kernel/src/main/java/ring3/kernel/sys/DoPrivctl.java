package ring3.kernel.sys;

import ring3.events.KernelEvent.PrivilegesChanged;
import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Rts;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Privilege;
import ring3.syslib.SysCall;

/// SYS_PRIVCTL: the reincarnation server decides what a service may do (minix:
/// kernel/system/do_privctl.c). Send masks stay symmetric: who may send may be answered.
final class DoPrivctl extends KernelCall<KernelRequest.Privctl> {
    DoPrivctl(Core core) {
        super(core, SysCall.SYS_PRIVCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Privctl request) {
        if (!caller.priv().isSystem()) {
            return refuse(caller, Errno.EPERM, Rule.SYSTEM_PROCESS);
        }
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask()) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        KernelReply reply =
                switch (request.request()) {
                    case Privilege.ALLOW -> allow(caller, target);
                    case Privilege.DISALLOW -> disallow(target);
                    case Privilege.SET_SYS -> setSystem(caller, target, request.address());
                    case Privilege.SET_USER -> setUser(caller, target);
                    case Privilege.CLEAR_IPC_REFS -> clearReferences(target);
                    default -> refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
                };
        if (!reply.failed()) {
            core.trace.publish(
                    new PrivilegesChanged(
                            core.trace.next(),
                            core.trace.nanos(),
                            target.endpoint(),
                            request.request()));
        }
        return reply;
    }

    private KernelReply allow(Proc caller, Proc target) {
        if (!target.has(Rts.NO_PRIV)) {
            return refuse(caller, Errno.EPERM, Rule.BAD_ARGUMENT);
        }
        core.scheduler.unblock(target, Rts.NO_PRIV);
        return KernelReply.Status.OK;
    }

    private KernelReply disallow(Proc target) {
        core.scheduler.block(target, Rts.NO_PRIV);
        return KernelReply.Status.OK;
    }

    private KernelReply clearReferences(Proc target) {
        core.ipc.clearReferences(target);
        return KernelReply.Status.OK;
    }

    private KernelReply setUser(Proc caller, Proc target) {
        if (!target.has(Rts.NO_PRIV)) {
            return refuse(caller, Errno.EPERM, Rule.BAD_ARGUMENT);
        }
        core.processes.giveUserPriv(target);
        return KernelReply.Status.OK;
    }

    private KernelReply setSystem(Proc caller, Proc target, int address) {
        if (!target.has(Rts.NO_PRIV)) {
            return refuse(caller, Errno.EPERM, Rule.BAD_ARGUMENT);
        }
        if (!caller.memory().covers(address, Privilege.BYTES)) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        Privilege rights = core.processes.readPrivilege(caller, address);
        return core.processes.givePriv(target, rights)
                ? KernelReply.Status.OK
                : refuse(caller, Errno.ENOSPC, Rule.NO_ROOM);
    }
}
