package ring3.kernel.sys;

import java.nio.charset.StandardCharsets;
import ring3.events.KernelEvent.Printed;
import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_DIAGCTL: a line of text for the kernel's log.
final class DoDiagctl extends KernelCall<KernelRequest.Diagctl> {
    private static final int TEXT_MAX = 1024;

    DoDiagctl(Core core) {
        super(core, SysCall.SYS_DIAGCTL);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Diagctl request) {
        if (request.bytes() < 0 || request.bytes() > TEXT_MAX) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (!caller.memory().covers(request.address(), request.bytes())) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        byte[] bytes = new byte[request.bytes()];
        caller.memory().read(request.address(), bytes, 0, bytes.length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        core.trace.publish(
                new Printed(core.trace.next(), core.trace.nanos(), caller.endpoint(), text));
        return KernelReply.Status.OK;
    }
}
