package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Umap;

/// SYS_UMAP: where memory lies in physical memory. Who asks wants a device to reach it, so the
/// IOMMU lets the devices of the caller through, and no others.
final class DoUmap {
    static KernelReply call(Core core, Proc caller, Umap request) {
        int bytes = request.bytes();
        Check.that(bytes > 0 && bytes <= AddressSpace.END);
        boolean write = request.write();
        Grants.Target target = new Grants.Target(caller, request.addressOrGrant());
        if (request.kind() == Umap.GRANT) {
            int access = write ? GrantTable.WRITE : GrantTable.READ;
            target =
                    core.grants.verify(
                            request.owner(),
                            caller,
                            request.addressOrGrant(),
                            request.offset(),
                            bytes,
                            access);
        } else {
            Check.that(request.kind() == Umap.VIRTUAL);
        }
        core.copies.require(caller, target.owner(), target.address(), bytes, write);
        AddressSpace memory = target.owner().memory;
        int first = memory.frame(target.address());
        int pages = (target.address() + bytes - 1 >>> 12) - (target.address() >>> 12);
        for (int page = 1; page <= pages; page++) {
            boolean next =
                    memory.frame(target.address() + page * AddressSpace.PAGE_BYTES) == first + page;
            Refused.unless(next, Errno.EFAULT, Rule.NOT_CONTIGUOUS);
        }
        core.dma.open(caller, target.owner(), target.address(), bytes, write);
        long offset = target.address() & AddressSpace.PAGE_BYTES - 1;
        return new ValueReply((long) first * AddressSpace.PAGE_BYTES + offset);
    }
}
