package ring3.visualizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.visualizer.sentences.Names;

/// The last events of a machine, about a million. One thread writes and never waits; any other may
/// read at the same time and finds either the event it asked for or that it is no longer there.
public final class EventTrace {
    /// How many events the lab keeps.
    public static final int CAPACITY = 1 << 20;

    private final AtomicReferenceArray<@Nullable KernelEvent> ring;
    private final ProcessNames names = new ProcessNames();
    private volatile long last;

    /// A trace of [#CAPACITY] events.
    public EventTrace() {
        this(CAPACITY);
    }

    /// A trace that forgets sooner.
    ///
    /// @param capacity how many events it keeps, a power of two
    public EventTrace(int capacity) {
        assert Integer.bitCount(capacity) == 1 : "the ring is indexed by a mask";
        ring = new AtomicReferenceArray<>(capacity);
    }

    /// Keeps the next event and forgets the oldest, or all of them when a machine begins again with
    /// number 1. Called by the machine's thread only.
    public void add(KernelEvent event) {
        if (event.number() == 1) {
            names.clear();
            last = 0;
        }
        names.add(event);
        ring.setRelease(index(event.number()), event);
        last = event.number();
    }

    /// The number of the newest event; 0 before the first.
    public long last() {
        return last;
    }

    /// The number of the oldest event that is kept; 1 if there is none yet.
    public long first() {
        return Math.max(1, last - ring.length() + 1);
    }

    /// The event with that number, or null when it is not there yet or no longer.
    public @Nullable KernelEvent event(long number) {
        KernelEvent event = number <= last ? ring.getAcquire(index(number)) : null;
        return event != null && event.number() == number ? event : null;
    }

    /// A copy of the newest events behind `number`, at most `max` of them, in order.
    public List<KernelEvent> after(long number, int max) {
        long end = last;
        List<KernelEvent> copy = new ArrayList<>();
        for (long n = Math.max(number, Math.max(0, end - max)) + 1; n <= end; n++) {
            KernelEvent event = event(n);
            if (event != null) {
                copy.add(event);
            }
        }
        return copy;
    }

    /// What the processes in these events are called.
    public Names names() {
        return names;
    }

    private int index(long number) {
        return (int) (number & (ring.length() - 1));
    }
}
