package ring3.components.servers.vm;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.MemoryReply;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;
import ring3.syslib.VmPagefault;

/// What happens when memory is needed that is not there (minix: servers/vm/pagefaults.c). A page
/// below the break gets a frame of zeros, a page that is shared and written gets a frame of its
/// own, and everything else is a mistake of whoever touched it.
final class PageFaults {
    private final Syslib sys;
    private final Spaces spaces;
    private final Frames frames;
    private final PageTables tables;

    PageFaults(Syslib sys, Spaces spaces, Frames frames, PageTables tables) {
        this.sys = sys;
        this.spaces = spaces;
        this.frames = frames;
        this.tables = tables;
    }

    /// A process has touched memory that was not there. It goes on, or is signalled.
    void fault(Endpoint process, VmPagefault fault) {
        Space space = spaces.find(process);
        if (space == null || space.exiting) {
            return;
        }
        Errno result = repair(space, fault.address() >>> Space.PAGE_SHIFT, fault.write());
        if (result == Errno.OK) {
            tables.control(process, Vmctl.CLEAR_PAGE_FAULT, 0);
            return;
        }
        if (result == Errno.ENOMEM) {
            sys.print("vm: no memory is left for process " + process);
        }
        sys.kill(process, Signals.SIGSEGV);
    }

    /// Kernel calls wait for memory.
    void heedKernelCalls() {
        Vmctl next = new Vmctl(Endpoint.NONE, Vmctl.MEMORY_GET, 0, 0, 0, 0);
        while (sys.kernelCall(next) instanceof MemoryReply wanted) {
            Space space = spaces.find(wanted.owner());
            Errno result = repair(space, wanted.address(), wanted.bytes(), wanted.write());
            tables.control(wanted.caller(), Vmctl.MEMORY_REPLY, result.status());
        }
    }

    /// Sees to it that all of a range is there, and with `write` may be written. Unless the whole
    /// range belongs to `space`, nothing is done and EFAULT returned; ENOMEM when frames run out.
    Errno repair(@Nullable Space space, int address, int bytes, boolean write) {
        if (space == null || space.exiting || bytes < 0) {
            return Errno.EFAULT;
        }
        int first = address >>> Space.PAGE_SHIFT;
        int last = address + Math.max(bytes, 1) - 1 >>> Space.PAGE_SHIFT;
        if (last < first || !space.contains(first) || !space.contains(last)) {
            return Errno.EFAULT;
        }
        Errno result = Errno.OK;
        for (int page = first; page <= last && result == Errno.OK; page++) {
            result = repair(space, page, write);
        }
        return result;
    }

    private Errno repair(Space space, int page, boolean write) {
        if (!space.contains(page)) {
            return Errno.EFAULT;
        }
        if (!space.isFilled(page)) {
            return fillWithZeros(space, page);
        }
        return write && !space.isWritable(page) ? makeWritable(space, page) : Errno.OK;
    }

    private Errno fillWithZeros(Space space, int page) {
        int[] fresh = frames.take(1);
        if (fresh.length == 0) {
            return Errno.ENOMEM;
        }
        tables.zero(fresh);
        give(space, page, fresh[0]);
        return Errno.OK;
    }

    /// The last one who uses a frame needs no copy of it.
    private Errno makeWritable(Space space, int page) {
        int frame = space.frame(page);
        if (!frames.isShared(frame)) {
            give(space, page, frame);
            return Errno.OK;
        }
        int[] fresh = frames.take(1);
        if (fresh.length == 0) {
            return Errno.ENOMEM;
        }
        tables.copy(frame, fresh[0]);
        frames.release(frame);
        give(space, page, fresh[0]);
        return Errno.OK;
    }

    private void give(Space space, int page, int frame) {
        space.fill(page, frame, true);
        tables.map(space, page, page + 1);
    }
}
