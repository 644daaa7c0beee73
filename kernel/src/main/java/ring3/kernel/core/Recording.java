package ring3.kernel.core;

import module java.base;
import module ring3.events;

import org.jspecify.annotations.Nullable;

/// What a process has learnt from outside since it started its program: the result of every trap,
/// and every byte that the kernel stored in its memory. A Java stack cannot be copied, but a fresh
/// one that is fed all this ends in the same place; so `fork` can return twice.
final class Recording {
    /// Bytes that the kernel stored in the memory of the process.
    private record Stored(int address, byte[] bytes) {}

    private final List<Object> entries;
    private final Startup first;
    private Startup startup;
    private int next;

    /// The recording of a program that starts now.
    Recording(Startup startup) {
        this(startup, new ArrayList<>());
    }

    private Recording(Startup first, List<Object> entries) {
        this.first = first;
        this.startup = first;
        this.entries = entries;
    }

    /// What a child of the process has to be fed, until it is itself and `born` counts.
    Recording forked(Startup born) {
        Recording copy = new Recording(first, new ArrayList<>(entries));
        copy.entries.add(born);
        return copy;
    }

    /// Who the process is at the point that it lives or lives again.
    Startup startup() {
        return startup;
    }

    /// The process got `result` from a trap.
    void returned(Object result) {
        entries.add(result);
        next = entries.size();
    }

    /// The kernel stored bytes, which are in `memory` already. A child may get some before it has
    /// caught up.
    void stored(AddressSpace memory, int address, int length) {
        boolean live = next == entries.size();
        byte[] bytes = new byte[length];
        memory.read(address, bytes, 0, length);
        entries.add(new Stored(address, bytes));
        if (live) {
            next = entries.size();
        }
    }

    /// The result of the next trap, after what the kernel had stored before it is in `memory`
    /// again; null when the process has caught up.
    @Nullable Object replay(AddressSpace memory) {
        storeAgain(memory);
        while (next < entries.size() && entries.get(next) instanceof Startup born) {
            startup = born;
            next++;
            storeAgain(memory);
        }
        return next < entries.size() ? entries.get(next++) : null;
    }

    /// The signal that the process handled before its trap returned; null for none. What the kernel
    /// stores next belongs to a later trap.
    @Nullable SignalFrame signal() {
        return next < entries.size() && entries.get(next) instanceof SignalFrame
                ? (SignalFrame) entries.get(next++)
                : null;
    }

    /// Begins anew, with what the kernel had stored before the first trap in `memory`.
    void rewind(AddressSpace memory) {
        next = 0;
        startup = first;
        storeAgain(memory);
    }

    private void storeAgain(AddressSpace memory) {
        while (next < entries.size()
                && entries.get(next) instanceof Stored(int address, byte[] bytes)) {
            memory.write(address, bytes, 0, bytes.length);
            next++;
        }
    }
}
