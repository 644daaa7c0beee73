package ring3.components.servers.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Buffers of one size in the memory of the virtual file system. Memory is never given back to the
/// heap, so a buffer that is no longer needed waits here for the next who needs one.
final class Buffers {
    private final Syslib sys;
    private final int bytes;
    private final Deque<Integer> free = new ArrayDeque<>();

    Buffers(Syslib sys, int bytes) {
        this.sys = sys;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /// The address of a buffer. Refuses with ENOMEM when the memory is used up: that is the trouble
    /// of one caller, not the end of the server.
    int take() {
        int address = free.isEmpty() ? sys.heap().allocate(bytes) : free.pop();
        if (address == 0) {
            throw new Refused(Errno.ENOMEM);
        }
        return address;
    }

    /// A buffer that goes back when `call` ends.
    int take(Call call) {
        int address = take();
        call.whenEnded(() -> give(address));
        return address;
    }

    void give(int address) {
        free.push(address);
    }
}
