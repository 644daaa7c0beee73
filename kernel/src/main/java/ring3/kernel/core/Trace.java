package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.*;

/// Numbers the events, hashes them and shows them to the observer.
public final class Trace {
    private final Core core;
    private final VirtualClock time;
    private final Observer observer;
    private final TraceHash hash = new TraceHash();
    private long last;

    Trace(Core core, Observer observer) {
        this.core = core;
        this.time = core.computer.clock();
        this.observer = observer;
    }

    /// The time that is stamped on it.
    public long nanos() {
        return time.nanos();
    }

    /// The number of the last event.
    public long last() {
        return last;
    }

    /// The hash of all events so far.
    public long hash() {
        return hash.value();
    }

    /// What an event is made of, once it has its number and its time stamp.
    @FunctionalInterface
    public interface Maker {
        KernelEvent make(long number, long nanos);
    }

    /// Makes the next event and shows it.
    public void tell(Maker maker) {
        show(maker.make(++last, time.nanos()));
    }

    private void show(KernelEvent event) {
        assert core.invariants.hold();
        hash.add(event);
        core.processor.stopSoon(observer.on(event));
    }

    /// A message trap is refused. Returns the status for the caller.
    Errno refuse(Proc caller, Trap trap, Endpoint partner, Errno error, Rule rule) {
        tell((n, t) -> new IpcRefused(n, t, caller.endpoint, trap, partner, error, rule));
        return error;
    }

    /// A kernel call is refused. Returns the reply.
    public KernelReply refuse(Proc caller, SysCall call, Refused refused) {
        assert refused.error == Errno.ECALLDENIED || call.errors().contains(refused.error)
                : call + " does not tell of " + refused.error;
        if (refused.isNews()) {
            tell((n, t) ->
                    new KernelCallRefused(
                            n, t, caller.endpoint, call, refused.error, refused.rule));
        }
        return KernelReply.of(refused.error);
    }

    /// The use of a grant is refused.
    void refuse(Endpoint granter, Proc grantee, int grant, Errno error, Rule rule) {
        tell((n, t) -> new GrantRefused(n, t, granter, grantee.endpoint, grant, error, rule));
    }
}
