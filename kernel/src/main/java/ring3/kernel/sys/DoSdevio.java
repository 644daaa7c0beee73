package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.Sdevio;

/// SYS_SDEVIO: moves a block between one port and memory: the caller's own, or a grant, so that a
/// driver never holds the data of others (minix: kernel/arch/i386/do_sdevio.c).
final class DoSdevio {
    static KernelReply call(Core core, Proc caller, Sdevio request) {
        int width = PortIo.width(request.request());
        boolean output = PortIo.isOutput(request.request());
        int port = request.port();
        int count = request.count();
        Check.that(PortIo.isValid(request.request()) && port >= 0 && port <= 0xffff);
        Check.that(width != 4 && count >= 0 && count <= AddressSpace.END && count % width == 0);
        boolean safe = (request.request() & PortIo.SAFE) != 0;
        Grants.Target memory = new Grants.Target(caller, request.addressOrGrant());
        if (safe) {
            int access = output ? GrantTable.READ : GrantTable.WRITE;
            memory =
                    core.grants.verify(
                            request.owner(),
                            caller,
                            request.addressOrGrant(),
                            request.offset(),
                            count,
                            access);
        } else {
            boolean own =
                    request.owner().equals(Endpoint.SELF)
                            || request.owner().equals(caller.endpoint);
            Refused.unless(own || caller.kernelMode, Errno.EPERM, Rule.GRANT_NEEDED);
        }
        core.ports.check(caller, port, width, output, 0);
        core.copies.require(caller, memory.owner(), memory.address(), count, !output);
        core.processor.charge(caller, core.costs.port() + core.costs.copy(count));
        if (output) {
            core.ports.out(
                    caller,
                    port,
                    width,
                    core.copies.read(caller, memory.owner(), memory.address(), count));
        } else {
            core.copies.store(
                    caller,
                    memory.owner(),
                    memory.address(),
                    core.ports.in(caller, port, width, count));
        }
        if (safe) {
            core.grants.used(request.owner(), caller, request.addressOrGrant(), count, !output);
        }
        return Status.OK;
    }
}
