package ring3.bench;

import ring3.kernel.Kernel;

/// A machine that is never idle, measured by its events.
final class EventFlow {
    /// Events of one run.
    static final int COUNT = 10_000;

    private final Recorder recorder;
    private final Kernel kernel;
    private long until;

    /// Boots the machine and lets all its processes get to what they do for ever.
    ///
    /// @param capacity how many events are kept
    EventFlow(Machine machine, int capacity) {
        recorder = new Recorder(capacity);
        kernel = machine.boot(recorder);
        kernel.run(machine.settledNanos());
        until = kernel.event();
    }

    /// Lets [#COUNT] events happen, give or take the few of the last kernel entry.
    void run() {
        until += COUNT;
        recorder.stopAt(until);
        kernel.run(Long.MAX_VALUE);
        if (kernel.event() < until) {
            throw new IllegalStateException("the machine stands still: " + kernel.panicReason());
        }
    }

    /// The number of the last event.
    long event() {
        return kernel.event();
    }
}
