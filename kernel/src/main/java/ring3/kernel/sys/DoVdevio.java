package ring3.kernel.sys;

import module ring3.events;

import java.nio.ByteBuffer;
import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Vdevio;

/// SYS_VDEVIO: many accesses from one vector. Every port is checked before any is touched, so a
/// vector with one foreign port changes nothing (minix: kernel/system/do_vdevio.c).
final class DoVdevio {
    static KernelReply call(Core core, Proc caller, Vdevio request) {
        int pairs = request.pairs();
        Check.that(PortIo.isValid(request.request()) && pairs > 0);
        int width = PortIo.width(request.request());
        int most = width == 4 ? PortIo.PAIRS_MAX / 2 : PortIo.PAIRS_MAX;
        Refused.unless(pairs <= most, Errno.E2BIG, Rule.BAD_ARGUMENT);
        boolean output = PortIo.isOutput(request.request());
        int bytes = pairs * PortIo.PAIR_BYTES;
        core.copies.require(caller, caller, request.address(), bytes, !output);
        ByteBuffer vector =
                Tables.littleEndian(core.copies.read(caller, caller, request.address(), bytes));
        for (int at = 0; at < bytes; at += PortIo.PAIR_BYTES) {
            core.ports.check(
                    caller, vector.getInt(at) & 0xffff, width, output, vector.getInt(at + 4));
        }
        core.processor.charge(caller, core.costs.port() * pairs);
        for (int at = 0; at < bytes; at += PortIo.PAIR_BYTES) {
            int port = vector.getInt(at) & 0xffff;
            if (output) {
                core.ports.out(caller, port, width, vector.getInt(at + 4));
            } else {
                vector.putInt(at + 4, core.ports.in(caller, port, width));
            }
        }
        if (!output) {
            core.copies.store(caller, caller, request.address(), vector.array());
        }
        return Status.OK;
    }
}
