package ring3.kernel.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a process has learnt from outside since it started its program: the result of every trap,
/// and every byte that the kernel stored in its memory. A Java stack cannot be copied, but a fresh
/// one that is fed all this ends in the same place; so `fork` can return twice.
final class Recording {
    /// Bytes that the kernel stored in the memory of the process.
    private static final class Stored {
        private final int address;
        private final byte[] bytes;

        Stored(AddressSpace memory, int address, int length) {
            this.address = address;
            bytes = new byte[length];
            memory.read(address, bytes, 0, length);
        }

        void storeIn(AddressSpace memory) {
            memory.write(address, bytes, 0, bytes.length);
        }
    }

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
        entries.add(new Stored(memory, address, length));
        next = entries.size();
    }

    /// The result of the next trap, after what the kernel had stored before it is in `memory`
    /// again; null when the process has caught up.
    @Nullable Object replay(AddressSpace memory) {
        storeAgain(memory);
        return next < entries.size() ? entries.get(next++) : null;
    }

    /// Begins anew, with what the kernel had stored before the first trap in `memory`.
    void rewind(AddressSpace memory) {
        next = 0;
        storeAgain(memory);
    }

    private void storeAgain(AddressSpace memory) {
        while (next < entries.size() && entries.get(next) instanceof Stored stored) {
            stored.storeIn(memory);
            next++;
        }
    }
}
