package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.*;
import ring3.syslib.KernelRequest.Trace;

/// SYS_TRACE: a debugger stops a process, looks into it and changes its memory (minix:
/// kernel/system/do_trace.c).
final class DoTrace {
    static KernelReply call(Core core, Proc caller, Trace request) {
        Proc target = core.procs.find(request.target());
        Refused.unless(target != null, Errno.ESRCH, Rule.DEAD_ENDPOINT);
        assert target != null;
        Refused.unless(!target.isTask(), Errno.EPERM, Rule.KERNEL_TASK);
        if (request.request() == Trace.STOP) {
            core.scheduler.block(target, Rts.P_STOP);
            return Status.OK;
        }
        Check.that(target.has(Rts.P_STOP | Rts.SIG_PENDING));
        int address = request.address();
        return switch (request.request()) {
            case Trace.GET_DATA -> value(core, caller, target, address, Long.BYTES);
            case Trace.READ_BYTE -> value(core, caller, target, address, 1);
            case Trace.SET_DATA -> set(core, caller, target, request, Long.BYTES);
            case Trace.WRITE_BYTE -> set(core, caller, target, request, 1);
            case Trace.GET_USER -> new ValueReply(user(target, address));
            case Trace.RESUME -> resume(core, target, false);
            case Trace.STEP, Trace.SYSCALL -> resume(core, target, true);
            default -> throw new Refused(Errno.EINVAL, Rule.BAD_ARGUMENT);
        };
    }

    private static KernelReply value(Core core, Proc caller, Proc target, int address, int width) {
        core.copies.require(caller, target, address, width, false);
        return new ValueReply(target.memory.load(address, width));
    }

    private static KernelReply set(Core core, Proc caller, Proc target, Trace request, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (request.data() >>> 8 * i);
        }
        core.copies.store(caller, target, request.address(), bytes);
        return Status.OK;
    }

    private static long user(Proc target, int field) {
        return switch (field) {
            case 0 -> target.rts;
            case 1 -> target.priority;
            case 2 -> target.cpuNanos;
            case 3 -> {
                SourceLine line = Processes.line(target);
                yield line == null ? 0 : line.line();
            }
            default -> throw new Refused(Errno.EFAULT, Rule.BAD_ARGUMENT);
        };
    }

    private static KernelReply resume(Core core, Proc target, boolean stepping) {
        target.stepping = stepping;
        core.scheduler.unblock(target, Rts.P_STOP);
        return Status.OK;
    }
}
