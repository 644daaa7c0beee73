package ring3.kernel.sys;

import module ring3.events;

import ring3.events.KernelEvent.Printed;
import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Diagctl;

/// SYS_DIAGCTL: the kernel's log, for those who write on it and those who want to know of it.
final class DoDiagctl {
    private static final int TEXT_MAX = 1024;

    static KernelReply call(Core core, Proc caller, Diagctl request) {
        switch (request.code()) {
            case Diagctl.PRINT -> {
                Check.that(request.bytes() >= 0 && request.bytes() <= TEXT_MAX);
                print(core, caller, Check.text(core, caller, request.address(), request.bytes()));
            }
            case Diagctl.STACK_TRACE -> {
                Proc target = Check.process(core, request.target());
                print(core, target, target.name + " is at " + Processes.line(target));
            }
            case Diagctl.REGISTER, Diagctl.UNREGISTER -> {
                Check.system(caller);
                caller.priv.wantsLog = request.code() == Diagctl.REGISTER;
            }
            default -> Check.that(false);
        }
        return Status.OK;
    }

    private static void print(Core core, Proc source, String text) {
        core.trace.tell((n, t) -> new Printed(n, t, source.endpoint, text));
        for (Priv priv : core.procs.privs()) {
            Proc owner = priv.owner;
            if (priv.wantsLog && owner != null) {
                core.signals.tell(owner, Signals.SIGKMESS);
            }
        }
    }
}
