package ring3.components.drivers;

import ring3.components.testing.FakeTraps;
import ring3.hardware.Computer;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.Memory;
import ring3.syslib.PortIo;

/// The kernel calls for ports, on the bus of a real computer. Each costs a little time, in which
/// the devices move on.
final class PortCalls {
    private static final int NONE = -1;
    private static final long CALL_NANOS = 1_000;

    private final Computer computer;
    private final FakeTraps traps;
    private int refused = NONE;

    PortCalls(Computer computer, FakeTraps traps) {
        this.computer = computer;
        this.traps = traps;
        traps.answer(Devio.class, this::one);
        traps.answer(Vdevio.class, this::many);
        traps.answer(Sdevio.class, this::stream);
    }

    /// From now on the driver may not touch `port`.
    void refuse(int port) {
        refused = port;
    }

    private KernelReply one(Devio call) {
        if (call.port() == refused) {
            return KernelReply.of(Errno.EPERM);
        }
        return new ValueReply(access(call.request(), call.port(), call.value()));
    }

    private KernelReply many(Vdevio call) {
        Memory memory = traps.memory();
        for (int i = 0; i < call.pairs(); i++) {
            if (memory.getInt(call.address() + i * PortIo.PAIR_BYTES) == refused) {
                return KernelReply.of(Errno.EPERM);
            }
        }
        for (int i = 0; i < call.pairs(); i++) {
            int pair = call.address() + i * PortIo.PAIR_BYTES;
            access(call.request(), memory.getInt(pair), memory.getInt(pair + 4));
        }
        return KernelReply.Status.OK;
    }

    private KernelReply stream(Sdevio call) {
        boolean safe = (call.request() & PortIo.SAFE) != 0;
        if (call.port() == refused || (safe && call.addressOrGrant() < 0)) {
            return KernelReply.of(Errno.EPERM);
        }
        Endpoint owner = safe ? call.owner() : Endpoint.SELF;
        Memory memory = traps.memoryOf(owner);
        int start = call.addressOrGrant() + (safe ? call.offset() : 0);
        for (int i = 0; i < call.count(); i += 2) {
            int value = memory.getShort(start + i);
            int read = access(call.request(), call.port(), value);
            if (!PortIo.isOutput(call.request())) {
                memory.putShort(start + i, read);
            }
        }
        return KernelReply.Status.OK;
    }

    private int access(int request, int port, int value) {
        computer.clock().charge(CALL_NANOS);
        computer.clock().runDue();
        int width = PortIo.width(request);
        if (PortIo.isOutput(request)) {
            computer.bus().out(port, value, width);
            return 0;
        }
        return computer.bus().in(port, width);
    }
}
