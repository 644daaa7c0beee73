package ring3.kernel.core;

import org.jspecify.annotations.Nullable;

/// Processes that wait in a row: for the processor, or until one of them takes their message. A
/// process is in at most one such queue, whose links are in its own slot; every step is O(1).
final class ProcQueue {
    @Nullable Proc first;
    private @Nullable Proc last;

    /// Puts `proc` behind all others.
    void append(Proc proc) {
        enter(proc, last, null);
    }

    /// Puts `proc` before all others.
    void prepend(Proc proc) {
        enter(proc, null, first);
    }

    private void enter(Proc proc, @Nullable Proc before, @Nullable Proc behind) {
        assert proc.queue == null : "a process is in one queue";
        proc.queue = this;
        link(before, proc);
        link(proc, behind);
    }

    /// Takes `proc`, which is in this queue, out of it.
    void remove(Proc proc) {
        assert proc.queue == this : "it is in this queue";
        link(proc.previous, proc.next);
        proc.queue = null;
        proc.previous = null;
        proc.next = null;
    }

    private void link(@Nullable Proc before, @Nullable Proc behind) {
        if (before == null) {
            first = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.previous = before;
        }
    }

    boolean isEmpty() {
        return first == null;
    }
}
