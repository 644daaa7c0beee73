package ring3.bench;

import ring3.events.KernelEvent;
import ring3.events.Observer;
import ring3.visualizer.EventTrace;

/// Keeps the events of a machine as the lab does, and makes it rest when somebody wants that.
final class Recorder implements Observer {
    /// How many events a machine keeps whose speed is not to be that of the host's memory.
    static final int CAPACITY = 1 << 16;

    private final EventTrace trace;
    private long stopAt = Long.MAX_VALUE;
    private boolean stopWanted;

    /// Keeps the last `capacity` events.
    Recorder(int capacity) {
        trace = new EventTrace(capacity);
    }

    @Override
    public boolean on(KernelEvent event) {
        trace.add(event);
        return stopWanted || event.number() >= stopAt;
    }

    /// The machine shall run until [#stop()].
    void clear() {
        stopWanted = false;
    }

    /// The machine shall rest after the next event.
    void stop() {
        stopWanted = true;
    }

    /// The machine shall rest when it has made the event with that number.
    void stopAt(long event) {
        stopAt = event;
    }

    /// Whether somebody wanted the machine to rest.
    boolean isStopped() {
        return stopWanted;
    }
}
