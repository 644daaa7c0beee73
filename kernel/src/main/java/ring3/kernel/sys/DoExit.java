package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Exit;

/// SYS_EXIT: a service asks to die. It is signalled as if it had called abort, and its signal
/// manager does the rest.
final class DoExit {
    static KernelReply call(Core core, Proc caller, Exit request) {
        if (caller.kernelMode || !core.signals.raise(caller, Signals.SIGABRT)) {
            core.processor.panic(caller, caller.name + " gave up and nobody handles its signals");
        }
        return Status.OK;
    }
}
