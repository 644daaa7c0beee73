package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.*;

/// SYS_VIRCOPY and SYS_PHYSCOPY: copies between any two processes, and for the latter physical
/// memory that the caller may use; only the most trusted may call them.
final class DoVircopy {
    static KernelReply call(Core core, Proc caller, Vircopy request) {
        Proc source = Check.selfOrProcess(core, caller, request.source());
        Proc target = Check.selfOrProcess(core, caller, request.target());
        core.copies.copy(
                caller,
                source,
                request.sourceAddress(),
                target,
                request.targetAddress(),
                request.bytes());
        return Status.OK;
    }

    static KernelReply physical(Core core, Proc caller, Physcopy request) {
        int bytes = request.bytes();
        Proc source = Check.memory(core, caller, request.source(), request.sourceAddress(), bytes);
        Proc target = Check.memory(core, caller, request.target(), request.targetAddress(), bytes);
        core.copies.copy(
                caller, source, request.sourceAddress(), target, request.targetAddress(), bytes);
        return Status.OK;
    }
}
