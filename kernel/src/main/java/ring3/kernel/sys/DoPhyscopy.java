package ring3.kernel.sys;

import ring3.events.Rule;
import ring3.kernel.core.AddressSpace;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// SYS_PHYSCOPY: copies between a process and physical memory that the caller may use.
final class DoPhyscopy extends KernelCall<KernelRequest.Physcopy> {
    DoPhyscopy(Core core) {
        super(core, SysCall.SYS_PHYSCOPY);
    }

    @Override
    KernelReply call(Proc caller, KernelRequest.Physcopy request) {
        int bytes = request.bytes();
        boolean fromPhysical = request.source().equals(Endpoint.NONE);
        boolean toPhysical = request.target().equals(Endpoint.NONE);
        if (bytes < 0 || bytes > AddressSpace.BYTES_MAX || fromPhysical == toPhysical) {
            return refuse(caller, Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        int physical = fromPhysical ? request.sourceAddress() : request.targetAddress();
        Proc other = core.procs.find(fromPhysical ? request.target() : request.source(), caller);
        if (other == null || other.isTask()) {
            return refuse(caller, Errno.EINVAL, Rule.DEAD_ENDPOINT);
        }
        if (!caller.priv().mayUseMemory(physical, bytes)) {
            return refuse(caller, Errno.EPERM, Rule.MEMORY_RANGE);
        }
        core.processor.charge(caller, core.costs.copy(bytes));
        boolean copied =
                core.copies.isPhysical(physical, bytes)
                        && (fromPhysical
                                ? load(other, request.targetAddress(), physical, bytes)
                                : store(other, request.sourceAddress(), physical, bytes));
        return copied ? KernelReply.Status.OK : refuse(caller, Errno.EFAULT, Rule.BAD_ADDRESS);
    }

    private boolean load(Proc target, int address, int physical, int length) {
        byte[] bytes = new byte[length];
        core.copies.readPhysical(physical, bytes);
        return core.copies.store(target, address, bytes);
    }

    private boolean store(Proc source, int address, int physical, int length) {
        if (!source.memory().covers(address, length)) {
            return false;
        }
        byte[] bytes = new byte[length];
        source.memory().read(address, bytes, 0, length);
        core.copies.writePhysical(physical, bytes);
        return true;
    }
}
