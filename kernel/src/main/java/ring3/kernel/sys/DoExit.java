package ring3.kernel.sys;

import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Exit;
import ring3.syslib.Signals;

/// SYS_EXIT: a service asks to die. It is signalled as if it had called abort, and its signal
/// manager does the rest.
final class DoExit {
    private DoExit() {}

    static KernelReply call(Core core, Proc caller, Exit request) {
        if (caller.kernelMode || !core.signals.raise(caller, Signals.SIGABRT)) {
            core.processor.panic(caller, caller.name + " gave up and nobody handles its signals");
        }
        return Status.OK;
    }
}
