package ring3.kernel.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a process has learnt from outside since it started its program: the result of every trap,
/// and every byte that the kernel stored in its memory. A Java stack cannot be copied, but a fresh
/// one that is fed all this ends in the same place; so `fork` can return twice.
final class Recording {
    /// Bytes that the kernel stored in the memory of the process.
    private record Stored(int address, byte[] bytes) {}

    private final List<Object> entries;
    private int next;

    /// The recording of a program that starts now.
    Recording() {
        this(new ArrayList<>());
    }

    private Recording(List<Object> entries) {
        this.entries = entries;
    }

    /// What a child of the process has to be fed.
    Recording forked() {
        return new Recording(new ArrayList<>(entries));
    }

    /// The process got `result` from a trap.
    <T> T returned(T result) {
        entries.add(result);
        next = entries.size();
        return result;
    }

    /// The kernel stored bytes, which are in `memory` already.
    void stored(AddressSpace memory, int address, int length) {
        byte[] bytes = new byte[length];
        memory.read(address, bytes, 0, length);
        entries.add(new Stored(address, bytes));
        next = entries.size();
    }

    /// The result of the next trap, after what the kernel had stored before it is in `memory`
    /// again; null when the process has caught up.
    @Nullable Object replay(AddressSpace memory) {
        while (next < entries.size()) {
            Object entry = entries.get(next++);
            if (!(entry instanceof Stored(int address, byte[] bytes))) {
                return entry;
            }
            memory.write(address, bytes, 0, bytes.length);
        }
        return null;
    }

    /// Stores again what the kernel had stored before the first trap.
    void rewind(AddressSpace memory) {
        next = 0;
        while (next < entries.size() && entries.get(next) instanceof Stored stored) {
            memory.write(stored.address(), stored.bytes(), 0, stored.bytes().length);
            next++;
        }
    }
}
