package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Exec;

/// SYS_EXEC: the process leaves what it waited for and starts a new program; nobody answers its
/// request (minix: kernel/system/do_exec.c). Without a name nothing is started: the image is only
/// looked at, which a caller may do to memory of its own.
final class DoExec {
    static KernelReply call(Core core, Proc caller, Exec request) {
        Proc target = Check.selfOrProcess(core, caller, request.target());
        Check.that(target != caller || request.nameBytes() == 0);
        int frameBytes = request.frameBytes();
        core.copies.require(caller, target, request.frame(), frameBytes, false);
        byte[] image = core.copies.read(caller, target, request.image(), request.imageBytes());
        int nameBytes = Math.min(request.nameBytes(), KernelInfo.NAME_BYTES);
        String name = Check.text(core, caller, request.name(), nameBytes);
        boolean runs = core.processes.exec(target, image, request.frame(), frameBytes, name);
        Refused.unless(runs, Errno.ENOEXEC, Rule.BAD_ARGUMENT);
        return Status.OK;
    }
}
