package ring3.hardware;

/// The only time there is in the emulated computer: nanoseconds since power-on. It moves when the
/// machine charges for work or skips to the next deadline, never by itself, so that a run depends
/// on nothing but its inputs.
public final class VirtualClock {
    /// What [#nextDeadline] says when nothing is ordered.
    public static final long NEVER = Long.MAX_VALUE;

    private final TimerHeap timers = new TimerHeap();
    private long nowNanos;
    private long created;

    /// A clock at power-on, with nothing ordered.
    public VirtualClock() {}

    /// Virtual time in nanoseconds since power-on.
    public long nanos() {
        return nowNanos;
    }

    /// Lets the time pass that the CPU spent on something. No callback runs: devices act between
    /// the instructions of the machine, when it calls [#runDue], never in the middle of one.
    public void charge(long nanos) {
        assert nanos >= 0 : "time does not run backwards";
        nowNanos += nanos;
    }

    /// Moves on to a moment, as an idle CPU does; a moment already past changes nothing. Callbacks
    /// that are due then run at the next [#runDue].
    public void advanceTo(long nanos) {
        nowNanos = Math.max(nowNanos, nanos);
    }

    /// Orders a call `delayNanos` from now; a delay of 0 means the next [#runDue].
    public Timer after(long delayNanos, Runnable callback) {
        assert delayNanos >= 0 : "a deadline does not lie in the past";
        var timer = new Timer(nowNanos + delayNanos, created++, callback, timers);
        timers.add(timer);
        return timer;
    }

    /// When the earliest call is due, in nanoseconds since power-on; [#NEVER] if none is ordered.
    public long nextDeadline() {
        return timers.earliestNanos();
    }

    /// Runs every call whose deadline has come, in the order of their deadlines and, where these
    /// are equal, of their creation. A call may order more; what is due at once runs now as well.
    public void runDue() {
        while (nextDeadline() <= nowNanos) {
            Timer timer = timers.first();
            timers.remove(timer);
            timer.callback.run();
        }
    }
}
