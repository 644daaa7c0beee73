package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.Signals;
import ring3.syslib.SysCall;

/// SYS_EXIT: a service asks to die. It is signalled as if it had called abort, and its signal
/// manager does the rest.
final class DoExit extends KernelCall<KernelRequest.Exit> {
    DoExit(Core core) {
        super(core, SysCall.SYS_EXIT);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Exit request) {
        if (!core.signals.raise(caller, Signals.SIGABRT)) {
            core.processor.panic(caller, "a service without a signal manager gave up");
        }
        return KernelReply.Status.OK;
    }
}
