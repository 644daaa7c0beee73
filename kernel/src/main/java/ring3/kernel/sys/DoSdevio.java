package ring3.kernel.sys;

import org.jspecify.annotations.Nullable;
import ring3.events.Rule;
import ring3.kernel.core.AddressSpace;
import ring3.kernel.core.Core;
import ring3.kernel.core.Grants;
import ring3.kernel.core.Proc;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.PortIo;
import ring3.syslib.SysCall;

/// SYS_SDEVIO: moves a block between one port and memory: the caller's own, or a grant, so that a
/// driver never holds the data of others (minix: kernel/arch/i386/do_sdevio.c).
final class DoSdevio extends KernelCall<KernelRequest.Sdevio> {
    DoSdevio(Core core) {
        super(core, SysCall.SYS_SDEVIO);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Sdevio request) {
        int width = PortIo.width(request.request());
        boolean output = PortIo.isOutput(request.request());
        int port = request.port();
        int count = request.count();
        boolean wellFormed = count >= 0 && count <= AddressSpace.BYTES_MAX;
        if (!PortIo.isValid(request.request()) || !wellFormed || port < 0 || port > 0xffff) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        if (width == 4 || count % width != 0) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        Errno error = core.ports.check(caller, port, width, output, 0);
        if (error != Errno.OK) {
            return KernelReply.of(error);
        }
        Grants.Target memory = memory(caller, request, output);
        if (memory == null) {
            return KernelReply.of(core.grants.error());
        }
        Proc owner = memory.owner();
        int address = memory.address();
        boolean mapped =
                output
                        ? owner.memory().covers(address, count)
                        : core.copies.canStore(owner, address, count);
        if (!mapped) {
            return refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
        }
        core.processor.charge(caller, core.costs.port() + core.costs.copy(count));
        transfer(caller, port, width, output, owner, address, count);
        if (isSafe(request)) {
            core.grants.used(request.owner(), caller, request.addressOrGrant(), count, !output);
        }
        return KernelReply.Status.OK;
    }

    private static boolean isSafe(KernelRequest.Sdevio request) {
        return (request.request() & PortIo.SAFE) != 0;
    }

    private Grants.@Nullable Target memory(
            Proc caller, KernelRequest.Sdevio request, boolean output) {
        if (!isSafe(request)) {
            return new Grants.Target(caller, request.addressOrGrant());
        }
        return core.grants.verify(
                request.owner(),
                caller,
                request.addressOrGrant(),
                request.offset(),
                request.count(),
                output ? GrantTable.READ : GrantTable.WRITE);
    }

    private void transfer(
            Proc caller, int port, int width, boolean output, Proc owner, int address, int count) {
        byte[] bytes = new byte[count];
        if (output) {
            owner.memory().read(address, bytes, 0, count);
            core.ports.out(caller, port, width, bytes);
        } else {
            core.ports.in(caller, port, width, bytes);
            core.copies.store(owner, address, bytes);
        }
    }
}
