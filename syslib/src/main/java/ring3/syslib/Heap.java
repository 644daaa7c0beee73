package ring3.syslib;

/// Hands out the memory of a process from bottom to top. Nothing is given back before the process
/// ends: servers and drivers take what they need when they start.
public final class Heap {
    private static final int ALIGNMENT = 16;

    private int next;
    private int end;

    /// A heap from `start` to just below `end`.
    public Heap(int start, int end) {
        this.next = align(start);
        this.end = end;
    }

    /// The address of `bytes` fresh bytes, aligned to 16, or 0 when they do not fit.
    public int allocate(int bytes) {
        if (bytes < 0 || bytes > end - next) {
            return 0;
        }
        int address = next;
        next = align(next + bytes);
        return address;
    }

    /// The first byte that is not handed out.
    public int used() {
        return next;
    }

    /// The first byte behind the heap.
    public int end() {
        return end;
    }

    /// Moves the end to `newEnd`, after the memory there has been mapped.
    public void extend(int newEnd) {
        end = newEnd;
    }

    private static int align(int address) {
        return (address + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
