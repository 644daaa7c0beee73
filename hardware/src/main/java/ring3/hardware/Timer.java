package ring3.hardware;

/// A call that a device has ordered from the [VirtualClock] for a moment to come.
public final class Timer {
    /// Where a timer says it is once it has run or was cancelled.
    static final int NOWHERE = -1;

    final long deadlineNanos;
    final long sequence;
    final Runnable callback;

    /// The place in the heap, kept here so that cancelling needs no search.
    int place = NOWHERE;

    private final TimerHeap heap;

    Timer(long deadlineNanos, long sequence, Runnable callback, TimerHeap heap) {
        this.deadlineNanos = deadlineNanos;
        this.sequence = sequence;
        this.callback = callback;
        this.heap = heap;
    }

    /// Takes the order back. A timer that has run, or was cancelled before, stays as it is.
    public void cancel() {
        if (place != NOWHERE) {
            heap.remove(this);
        }
    }

    /// Ties in time are broken by the order of creation, so that two runs never differ.
    boolean isBefore(Timer other) {
        return deadlineNanos < other.deadlineNanos
                || (deadlineNanos == other.deadlineNanos && sequence < other.sequence);
    }
}
