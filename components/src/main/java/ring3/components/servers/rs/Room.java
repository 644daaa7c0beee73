package ring3.components.servers.rs;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Vm.VmBrk;
import ring3.syslib.Endpoint;
import ring3.syslib.Syslib;

/// Memory of RS that is given back, in whole pages. The heap of a service only grows; RS would fill
/// it with the executables of services that are long gone.
final class Room {
    private static final int PAGE_BYTES = 4096;

    private final Syslib sys;

    /// Pieces that nobody uses: where each begins, and its bytes. No two of them touch.
    private final TreeMap<Integer, Integer> free = new TreeMap<>();

    Room(Syslib sys) {
        this.sys = sys;
    }

    private static int pages(int bytes) {
        return (bytes + PAGE_BYTES - 1) & -PAGE_BYTES;
    }

    /// The address of at least `bytes` bytes, or 0 when vm has no more either.
    int take(int bytes) {
        int wanted = pages(bytes);
        for (Map.Entry<Integer, Integer> piece : free.entrySet()) {
            if (piece.getValue() >= wanted) {
                return cut(piece.getKey(), piece.getValue(), wanted);
            }
        }
        int fresh = sys.heap().allocate(wanted);
        return fresh != 0 || !grow(wanted) ? fresh : sys.heap().allocate(wanted);
    }

    private int cut(int address, int bytes, int wanted) {
        free.remove(address);
        if (bytes > wanted) {
            free.put(address + wanted, bytes - wanted);
        }
        return address;
    }

    private boolean grow(int bytes) {
        int end = pages(sys.heap().end()) + bytes;
        if (sys.call(Endpoint.VM, new VmBrk(end)) < 0) {
            return false;
        }
        sys.heap().extend(end);
        return true;
    }

    /// Gives back the `bytes` bytes that were taken at `address`.
    void giveBack(int address, int bytes) {
        int start = address;
        int end = address + pages(bytes);
        Map.@Nullable Entry<Integer, Integer> before = free.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            start = before.getKey();
        }
        Integer behind = free.remove(end);
        free.put(start, end - start + (behind == null ? 0 : behind));
    }
}
