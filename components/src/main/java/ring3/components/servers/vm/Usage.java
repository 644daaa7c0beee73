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
    private final int room;
    private final int buffer;

    Usage(Syslib sys, Spaces spaces, Frames frames, PageFaults faults, int slots) {
        this.sys = sys;
        this.spaces = spaces;
        this.frames = frames;
        this.faults = faults;
        this.room = slots * Vm.INFO_BYTES;
        this.buffer = sys.allocate(room);
    }

    /// Answers the process whose memory `caller` is.
    ///
    /// The kernel must find that memory there: a copy that waits for memory would make vm wait for
    /// itself.
    Message tell(@Nullable Space caller, VmInfo request) {
        List<Space> all = spaces.all();
        int count = Math.min(all.size(), Math.clamp(request.bytes(), 0, room) / Vm.INFO_BYTES);
        int bytes = count * Vm.INFO_BYTES;
        if (count > 0) {
            Errno there = faults.repair(caller, request.address(), bytes, true);
            if (there != Errno.OK || caller == null) {
                return Result.of(Errno.EFAULT);
            }
            for (int i = 0; i < count; i++) {
                store(all.get(i), buffer + i * Vm.INFO_BYTES);
            }
            Endpoint target = caller.owner;
            sys.status(new Physcopy(Endpoint.SELF, buffer, target, request.address(), bytes));
        }
        return new VmStats(frames.total(), frames.free(), bytes);
    }

    private void store(Space space, int address) {
        int filled = 0;
        int shared = 0;
        for (int page = Space.FIRST_PAGE; page < space.pages(); page++) {
            boolean there = space.isFilled(page);
            filled += there ? 1 : 0;
            shared += there && frames.isShared(space.frame(page)) ? 1 : 0;
        }
        Memory memory = sys.memory();
        memory.putInt(address + Vm.INFO_ENDPOINT, space.owner.value());
        memory.putInt(address + Vm.INFO_PAGES, filled);
        memory.putInt(address + Vm.INFO_SHARED, shared);
        memory.putInt(address + Vm.INFO_END, space.end());
    }
}
