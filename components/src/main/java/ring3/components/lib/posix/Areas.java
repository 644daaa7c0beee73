package ring3.components.lib.posix;

import java.nio.charset.StandardCharsets;
import ring3.components.protocol.Vm.VmBrk;
import ring3.syslib.Endpoint;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// The places in the memory of the process where requests find their paths and data. Messages carry
/// addresses, so whatever a call passes or gets must lie here first. Each place is taken from the
/// heap when it is first needed.
final class Areas {
    /// The longest path in bytes.
    static final int PATH_MAX = 1024;

    /// The most that one read or write moves.
    static final int TRANSFER_BYTES = 32 * 1024;

    private static final int PATHS = 3;
    private static final int GROWTH_BYTES = 64 * 1024;

    private final Syslib sys;
    private int paths;
    private int transfer;

    Areas(Syslib sys) {
        this.sys = sys;
    }

    Memory memory() {
        return sys.memory();
    }

    /// The address of the area for data, [#TRANSFER_BYTES] long.
    int transfer() {
        if (transfer == 0) {
            transfer = allocate(TRANSFER_BYTES);
        }
        return transfer;
    }

    /// Stores the path of a request; a request has at most three, numbered from 0. Returns its
    /// address.
    int path(int number, String path) {
        if (paths == 0) {
            paths = allocate(PATHS * PATH_MAX);
        }
        int address = paths + number * PATH_MAX;
        put(address, path);
        return address;
    }

    void put(int address, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        memory().put(address, bytes, 0, bytes.length);
    }

    String text(int address, int length) {
        byte[] bytes = new byte[length];
        memory().get(address, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The address of fresh memory. When the heap is used up, vm is asked for more; a program that
    /// gets none cannot go on.
    int allocate(int bytes) {
        int address = sys.heap().allocate(bytes);
        if (address == 0) {
            int end = sys.heap().end() + Math.max(bytes, GROWTH_BYTES);
            if (sys.call(Endpoint.VM, new VmBrk(end)) == 0) {
                sys.heap().extend(end);
                address = sys.heap().allocate(bytes);
            }
        }
        if (address == 0) {
            throw new IllegalStateException("out of memory");
        }
        return address;
    }
}
