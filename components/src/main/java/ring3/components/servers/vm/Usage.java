package ring3.components.servers.vm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Vm;
import ring3.components.protocol.Vm.VmInfo;
import ring3.components.protocol.VmReply.VmStats;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// Tells how memory is used.
final class Usage {
    private final Syslib sys;
    private final Spaces spaces;
    private final Frames frames;
    private final PageFaults faults;
    private final int buffer;

    Usage(Syslib sys, Spaces spaces, Frames frames, PageFaults faults) {
        this.sys = sys;
        this.spaces = spaces;
        this.frames = frames;
        this.faults = faults;
        this.buffer = sys.allocate(Vm.INFO_BYTES);
    }

    /// Answers the process whose memory `caller` is.
    ///
    /// The kernel must find that memory there: a copy that waits for memory would make vm wait for
    /// itself.
    Message tell(@Nullable Space caller, VmInfo request) {
        List<Space> all = spaces.all();
        int count = Math.min(all.size(), Math.max(request.bytes(), 0) / Vm.INFO_BYTES);
        int bytes = count * Vm.INFO_BYTES;
        if (count > 0) {
            Errno there = faults.repair(caller, request.address(), bytes, true);
            if (there != Errno.OK || caller == null) {
                return Result.of(Errno.EFAULT);
            }
            for (int i = 0; i < count; i++) {
                store(all.get(i));
                copyOut(caller, request.address() + i * Vm.INFO_BYTES);
            }
        }
        return new VmStats(frames.total(), frames.free(), bytes);
    }

    private void copyOut(Space target, int address) {
        Endpoint owner = target.owner;
        sys.status(new Physcopy(Endpoint.SELF, buffer, owner, address, Vm.INFO_BYTES));
    }

    private void store(Space space) {
        int filled = 0;
        int shared = 0;
        for (int page = Space.FIRST_PAGE; page < space.pages(); page++) {
            boolean there = space.isFilled(page);
            filled += there ? 1 : 0;
            shared += there && frames.isShared(space.frame(page)) ? 1 : 0;
        }
        Memory memory = sys.memory();
        memory.putInt(buffer + Vm.INFO_ENDPOINT, space.owner.value());
        memory.putInt(buffer + Vm.INFO_PAGES, filled);
        memory.putInt(buffer + Vm.INFO_SHARED, shared);
        memory.putInt(buffer + Vm.INFO_END, space.end());
    }
}
