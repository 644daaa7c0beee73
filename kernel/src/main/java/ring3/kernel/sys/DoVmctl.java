package ring3.kernel.sys;

import module ring3.events;

import ring3.kernel.core.*;
import ring3.syslib.KernelReply.*;
import ring3.syslib.KernelRequest.Vmctl;

/// SYS_VMCTL: vm says which frames lie behind the pages of a process, and settles page faults
/// (minix: kernel/system/do_vmctl.c).
final class DoVmctl {
    static KernelReply call(Core core, Proc caller, Vmctl request) {
        if (request.request() == Vmctl.MEMORY_GET) {
            PageFault fault = core.pageFaults.next();
            Refused.unless(fault != null, Errno.ESRCH, Rule.NOBODY_WAITS);
            assert fault != null;
            return new MemoryReply(
                    fault.caller.endpoint,
                    fault.owner.endpoint,
                    fault.address,
                    fault.bytes,
                    fault.write);
        }
        Proc target = Check.selfOrProcess(core, caller, request.target());
        switch (request.request()) {
            case Vmctl.CLEAR_PAGE_FAULT -> core.scheduler.unblock(target, Rts.PAGEFAULT);
            case Vmctl.MEMORY_REPLY -> {
                Check.that(target.has(Rts.VMREQUEST));
                core.pageFaults.finish(target, request.value() != 0);
            }
            case Vmctl.INHIBIT_SET -> core.scheduler.block(target, Rts.VMINHIBIT);
            case Vmctl.INHIBIT_CLEAR -> core.scheduler.unblock(target, Rts.VMINHIBIT);
            case Vmctl.BOOT_INHIBIT_CLEAR -> core.scheduler.unblock(target, Rts.BOOTINHIBIT);
            case Vmctl.MAP -> map(core, target.memory, request);
            case Vmctl.UNMAP -> unmap(core, target.memory, request);
            default -> Check.that(false);
        }
        return Status.OK;
    }

    private static void map(Core core, AddressSpace memory, Vmctl request) {
        int pages = pages(request, core);
        int first = request.frame();
        int kernel = BootInfo.KERNEL_BYTES / AddressSpace.PAGE_BYTES;
        Check.that(request.address() >= AddressSpace.BASE);
        Check.that(first >= kernel && first <= core.computer.memory().frames() - pages);
        for (int i = 0; i < pages; i++) {
            int address = request.address() + i * AddressSpace.PAGE_BYTES;
            close(core, memory, address, first + i);
            memory.map(address, first + i, request.value() != 0);
        }
    }

    private static void unmap(Core core, AddressSpace memory, Vmctl request) {
        int pages =
                request.address() == 0
                        ? memory.end() / AddressSpace.PAGE_BYTES
                        : pages(request, core);
        for (int i = 0; i < pages; i++) {
            int address = request.address() + i * AddressSpace.PAGE_BYTES;
            close(core, memory, address, 0);
            memory.unmap(address);
        }
    }

    /// A device that was let into the memory of a process is not let into what comes after.
    private static void close(Core core, AddressSpace memory, int address, int next) {
        int frame = memory.frame(address);
        if (frame != 0 && frame != next) {
            core.dma.close(frame);
        }
    }

    private static int pages(Vmctl request, Core core) {
        int pages = request.pages();
        int room = (AddressSpace.END - request.address()) / AddressSpace.PAGE_BYTES;
        Check.that(request.address() >= 0 && request.address() % AddressSpace.PAGE_BYTES == 0);
        Check.that(pages >= 0 && pages <= room && pages <= core.computer.memory().frames());
        return pages;
    }
}
