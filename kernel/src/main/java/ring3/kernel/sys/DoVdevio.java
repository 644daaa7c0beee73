package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.PortIo;
import ring3.syslib.SysCall;

/// SYS_VDEVIO: many accesses from one vector. Every port is checked before any is touched, so a
/// vector with one foreign port changes nothing (minix: kernel/system/do_vdevio.c).
final class DoVdevio extends KernelCall<KernelRequest.Vdevio> {
    DoVdevio(Core core) {
        super(core, SysCall.SYS_VDEVIO);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Vdevio request) {
        int pairs = request.pairs();
        if (!PortIo.isValid(request.request()) || pairs <= 0) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        int width = PortIo.width(request.request());
        if (pairs > (width == 4 ? PortIo.PAIRS_MAX / 2 : PortIo.PAIRS_MAX)) {
            return refuse(caller, Errno.E2BIG, Rule.BAD_ARGUMENT);
        }
        byte[] vector = new byte[pairs * PortIo.PAIR_BYTES];
        if (!caller.memory().covers(request.address(), vector.length)) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        caller.memory().read(request.address(), vector, 0, vector.length);
        boolean output = PortIo.isOutput(request.request());
        Errno error = check(caller, vector, width, output);
        if (error != Errno.OK) {
            return KernelReply.of(error);
        }
        core.processor.charge(caller, core.costs.port() * pairs);
        perform(caller, vector, width, output);
        if (!output) {
            core.copies.store(caller, request.address(), vector);
        }
        return KernelReply.Status.OK;
    }

    private Errno check(Proc caller, byte[] vector, int width, boolean output) {
        for (int at = 0; at < vector.length; at += PortIo.PAIR_BYTES) {
            int port = word(vector, at) & 0xffff;
            Errno error = core.ports.check(caller, port, width, output, word(vector, at + 4));
            if (error != Errno.OK) {
                return error;
            }
        }
        return Errno.OK;
    }

    private void perform(Proc caller, byte[] vector, int width, boolean output) {
        for (int at = 0; at < vector.length; at += PortIo.PAIR_BYTES) {
            int port = word(vector, at) & 0xffff;
            if (output) {
                core.ports.out(caller, port, width, word(vector, at + 4));
            } else {
                int value = core.ports.in(caller, port, width);
                for (int i = 0; i < 4; i++) {
                    vector[at + 4 + i] = (byte) (value >>> 8 * i);
                }
            }
        }
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | bytes[at + 3] << 24;
    }
}
