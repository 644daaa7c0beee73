package ring3.hardware;

import java.util.Arrays;

/// The timers that have not run yet, as a binary heap with the earliest on top. It is written out
/// here because `PriorityQueue` searches the whole queue to remove one, and devices cancel often.
final class TimerHeap {
    private Timer[] timers = new Timer[16];
    private int size;

    /// When the earliest timer is due, or [VirtualClock#NEVER]: asked for far more often than the
    /// heap changes.
    private long earliestNanos = VirtualClock.NEVER;

    long earliestNanos() {
        return earliestNanos;
    }

    private void changed() {
        earliestNanos = size == 0 ? VirtualClock.NEVER : timers[0].deadlineNanos;
    }

    /// The earliest timer; the heap must not be empty.
    Timer first() {
        assert size > 0 : "an empty heap has no first timer";
        return timers[0];
    }

    void add(Timer timer) {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, 2 * size);
        }
        size++;
        rise(timer, size - 1);
        changed();
    }

    void remove(Timer timer) {
        int hole = timer.place;
        assert timers[hole] == timer : "a timer knows its place";
        timer.place = Timer.NOWHERE;
        size--;
        if (hole < size) {
            Timer last = timers[size];
            sink(last, hole);
            rise(last, last.place);
        }
        changed();
    }

    private void rise(Timer timer, int from) {
        int hole = from;
        while (hole > 0 && timer.isBefore(timers[(hole - 1) / 2])) {
            put(timers[(hole - 1) / 2], hole);
            hole = (hole - 1) / 2;
        }
        put(timer, hole);
    }

    private void sink(Timer timer, int from) {
        int hole = from;
        int child = earlierChild(hole);
        while (child < size && timers[child].isBefore(timer)) {
            put(timers[child], hole);
            hole = child;
            child = earlierChild(hole);
        }
        put(timer, hole);
    }

    private int earlierChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && timers[right].isBefore(timers[left]) ? right : left;
    }

    private void put(Timer timer, int place) {
        timers[place] = timer;
        timer.place = place;
    }
}
