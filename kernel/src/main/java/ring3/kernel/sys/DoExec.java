package ring3.kernel.sys;

import java.nio.charset.StandardCharsets;
import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_EXEC: the process leaves what it waited for and starts a new program; nobody answers its
/// request (minix: kernel/system/do_exec.c).
final class DoExec extends KernelCall<KernelRequest.Exec> {
    DoExec(Core core) {
        super(core, SysCall.SYS_EXEC);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Exec request) {
        Proc target = core.procs.find(request.target());
        if (target == null || target.isTask() || target == caller) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (!target.memory().covers(request.image(), request.imageBytes())
                || !target.memory().covers(request.frame(), request.frameBytes())
                || !caller.memory().covers(request.name(), request.nameBytes())) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        byte[] image = new byte[request.imageBytes()];
        target.memory().read(request.image(), image, 0, image.length);
        byte[] name = new byte[Math.min(request.nameBytes(), KernelInfo.NAME_BYTES)];
        caller.memory().read(request.name(), name, 0, name.length);
        String label = new String(name, StandardCharsets.ISO_8859_1);
        return core.processes.exec(target, image, request.frame(), request.frameBytes(), label)
                ? KernelReply.Status.OK
                : refuse(caller, Errno.ENOEXEC, Rule.BAD_ARGUMENT);
    }
}
