package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.*;

/// Signals and exceptions. The kernel only freezes the process and tells its signal manager, who
/// decides what becomes of it (minix: kernel/system.c, cause_sig).
public final class SignalDelivery {
    private final Core core;

    SignalDelivery(Core core) {
        this.core = core;
    }

    /// Who handles the signals of `target`; null when that process is gone, or is the target.
    public @Nullable Proc manager(Proc target) {
        Endpoint manager = target.priv.rights.signalManager();
        return manager.equals(Endpoint.SELF) ? null : core.procs.find(manager);
    }

    /// Raises `signal` on `target`. Returns false when nobody is there to handle it.
    public boolean raise(Proc target, int signal) {
        Proc manager = manager(target);
        if (manager == null || manager == target) {
            return false;
        }
        target.signals |= Signals.bit(signal);
        core.trace.tell(
                (n, t) -> new SignalRaised(n, t, target.endpoint, signal, manager.endpoint));
        core.scheduler.block(target, Rts.SIGNALED | Rts.SIG_PENDING);
        tell(manager, Signals.SIGKSIG);
        return true;
    }

    /// Notifies a service of a signal of the kernel's own, which does not freeze it.
    public void tell(Proc service, int signal) {
        service.priv.signalsPending |= Signals.bit(signal);
        core.ipc.notifyFrom(Endpoint.SYSTEM, service);
    }

    /// The processor has raised an exception in `target`, at `line` of its text. Returns false when
    /// nobody is there to handle it.
    public boolean exception(Proc target, int signal, String cause, @Nullable SourceLine line) {
        target.fault = cause;
        target.faultLine = line;
        core.trace.tell((n, t) ->
                new ExceptionRaised(
                        n, t, target.endpoint, signal, cause, line == null ? "" : line.toString()));
        return raise(target, signal);
    }

    /// Makes `target` run a handler before it goes on.
    public void interrupt(Proc target, int signal, int handler, long mask) {
        target.signalFrames.add(new SignalFrame(signal, handler, mask));
    }

    /// The handler that `target` runs has ended; the request by which it told so is over.
    public void resume(Proc target) {
        target.handlersRunning--;
        target.replyPending = false;
        core.scheduler.unblock(target, Rts.RECEIVING);
    }

    /// The next process that was signalled and is managed by `manager`; null when there is none.
    public @Nullable Proc nextFor(Proc manager) {
        for (Proc proc : core.procs.all()) {
            if (proc.has(Rts.SIGNALED) && !proc.isFree() && manager(proc) == manager) {
                return proc;
            }
        }
        return null;
    }

    /// Takes the signals of `target`, which stays frozen.
    public long fetch(Proc target) {
        long signals = target.signals;
        target.signals = 0;
        core.scheduler.unblock(target, Rts.SIGNALED);
        return signals;
    }

    /// The manager has dealt with all it fetched; without new signals `target` goes on.
    public void finish(Proc target) {
        if (!target.has(Rts.SIGNALED)) {
            core.scheduler.unblock(target, Rts.SIG_PENDING);
        }
    }
}
