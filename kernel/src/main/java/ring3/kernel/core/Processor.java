package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent.*;

/// Runs the processes one at a time and lets virtual time pass. Between two entries into the kernel
/// nothing else happens: devices and interrupts are looked at when a process leaves the kernel.
public final class Processor {
    static final long NANOS_PER_MILLI = 1_000_000;
    private static final long WATCHDOG_NANOS = 1_000 * NANOS_PER_MILLI;

    private final Core core;
    private final VirtualClock time;
    private final Pic pic;

    /// Who has the processor, or NONE.
    public Endpoint running = Endpoint.NONE;

    private long untilNanos;

    /// The process that has the processor is in the kernel: what goes wrong is the kernel's fault.
    boolean inKernel;

    /// Whether it was stopped in good order.
    public boolean halted;

    /// The status with which it was stopped.
    public int haltStatus;

    /// Why it could not go on, or null.
    public @Nullable String panic;

    Processor(Core core) {
        this.core = core;
        this.time = core.computer.clock();
        this.pic = core.computer.pic();
    }

    /// Runs until virtual time `untilNanos`, until an observer wants to look, or until the machine
    /// stops. It always ends between two kernel entries, and where it ends changes nothing: after
    /// each step, a context switch too, the devices have their turn before anything else.
    public void run(long untilNanos) {
        this.untilNanos = untilNanos;
        stopSoon(isStopped());
        settle();
        while (!mustStop()) {
            Proc proc = choose();
            if (proc != null && proc.endpoint.equals(running)) {
                dispatch(proc);
                continue; // A process settles whatever it does before it lets go.
            }
            if (proc == null) {
                idle();
            } else {
                time.charge(core.costs.contextSwitch());
                switchTo(proc.endpoint);
                proc.busySinceNanos = time.nanos();
            }
            settle();
        }
    }

    private boolean mustStop() {
        return time.nanos() >= untilNanos;
    }

    /// If `wanted`, the machine rests at the next point where that is safe: somebody wants to look
    /// at it, or it has stopped for good.
    void stopSoon(boolean wanted) {
        untilNanos = wanted ? -1 : untilNanos;
    }

    /// Lets devices act whose time has come, and serves the interrupts they raise.
    private void settle() {
        while ((time.nextDeadline() <= time.nanos() || pic.requests()) && !isStopped()) {
            time.runDue();
            while (pic.requests() && !isStopped()) {
                time.charge(core.costs.interrupt());
                core.interrupts.serve();
            }
        }
    }

    private void idle() {
        switchTo(Endpoint.NONE);
        time.advanceTo(Math.min(time.nextDeadline(), untilNanos));
    }

    private void dispatch(Proc proc) {
        Coroutine coroutine = proc.coroutine;
        if (coroutine == null) {
            exception(proc, Signals.SIGILL, "it has no program", null);
            return;
        }
        inKernel = false;
        coroutine.run();
    }

    private void switchTo(Endpoint next) {
        if (!next.equals(running)) {
            core.trace.tell((n, t) -> new ContextSwitched(n, t, running, next));
            running = next;
        }
    }

    // ---- Who runs

    private @Nullable Proc choose() {
        while (true) {
            Proc proc = core.scheduler.current;
            if (proc == null || !proc.isRunnable()) {
                proc = core.scheduler.take();
                core.scheduler.current = proc;
                if (proc == null) {
                    return null;
                }
                proc.preempted = false;
            }
            if (proc.preempted) {
                putBack(proc);
            } else if (proc.quantumLeftNanos > 0) {
                return proc;
            } else {
                expire(proc);
            }
        }
    }

    private void putBack(Proc proc) {
        proc.preemptions++;
        core.scheduler.current = null;
        core.scheduler.putBack(proc);
        core.trace.tell((n, t) -> new Preempted(n, t, proc.endpoint));
    }

    /// A process whose quantum is used up waits until its scheduler, which is told in its name, has
    /// decided. One that the kernel schedules itself just gets the next quantum.
    private void expire(Proc proc) {
        Endpoint policy = proc.scheduler;
        Proc scheduler = policy == null ? null : core.procs.find(policy);
        if (scheduler == null || proc.kernelMode || !proc.priv.rights.has(Privilege.PREEMPTIBLE)) {
            proc.quantumLeftNanos = Math.max(1, proc.quantumMillis) * NANOS_PER_MILLI;
            return;
        }
        core.scheduler.block(proc, Rts.NO_QUANTUM);
        core.trace.tell((n, t) -> new QuantumExpired(n, t, proc.endpoint, scheduler.endpoint));
        long used = proc.cpuNanos - proc.cpuAtQuantumNanos;
        SchedulingNoQuantum message =
                new SchedulingNoQuantum(proc.queueNanos, used, proc.preemptions);
        proc.cpuAtQuantumNanos = proc.cpuNanos;
        core.ipc.send(proc, scheduler, message, Trap.SEND, true);
    }

    // ---- What a process that enters the kernel needs

    /// Processor time passes on behalf of `proc`.
    public void charge(Proc proc, long nanos) {
        time.charge(nanos);
        proc.cpuNanos += nanos;
        proc.quantumLeftNanos -= nanos;
    }

    /// The end of a kernel entry: returns once `proc` may go on. Meanwhile others run.
    void leave(Proc proc) {
        settle();
        if (proc.kernelMode) {
            leaveKernelMode(proc);
        }
        while (!proc.isRunnable() || proc.preempted || proc.quantumLeftNanos <= 0 || mustStop()) {
            Coroutine.suspend();
        }
        inKernel = false;
    }

    /// How long `proc` may execute before somebody must look again.
    long nanosFor(Proc proc) {
        long left = Math.min(time.nextDeadline(), untilNanos) - time.nanos();
        return Math.min(left, proc.quantumLeftNanos);
    }

    /// Code in kernel mode is not preempted. When it never waits nobody else ever runs again: on a
    /// real machine the watchdog is all that is left to tell.
    private void leaveKernelMode(Proc proc) {
        proc.preempted = false;
        proc.quantumLeftNanos = Math.max(1, proc.quantumMillis) * NANOS_PER_MILLI;
        if (!proc.isRunnable()) {
            proc.busySinceNanos = Long.MAX_VALUE;
        } else if (proc.busySinceNanos == Long.MAX_VALUE) {
            proc.busySinceNanos = time.nanos();
        } else if (time.nanos() - proc.busySinceNanos > WATCHDOG_NANOS) {
            panic(proc, proc.name + " has not let go of the processor for a second");
        }
    }

    // ---- The end

    /// The processor raised an exception in `proc`.
    public void exception(Proc proc, int signal, String cause, @Nullable SourceLine line) {
        if (proc.kernelMode) {
            String where = line == null ? "" : " at " + line;
            panic(proc, proc.name + " died in kernel mode of " + cause + where);
        } else if (!core.signals.exception(proc, signal, cause, line)) {
            panic(proc, proc.name + " died of " + cause + " and nobody handles its signals");
        }
    }

    /// Stops the machine in good order.
    public void halt(Proc caller, int how, int status) {
        halted = true;
        stopSoon(true);
        haltStatus = status;
        core.trace.tell((n, t) -> new Halted(n, t, caller.endpoint, how, status));
    }

    /// Stops the machine because it cannot go on.
    public void panic(Proc culprit, String reason) {
        if (isStopped()) {
            return;
        }
        panic = reason;
        stopSoon(true);
        PanicScreen.show(core.computer, reason);
        core.trace.tell((n, t) -> new Panicked(n, t, culprit.endpoint, reason));
    }

    /// Whether the machine has stopped for good.
    public boolean isStopped() {
        return halted || panic != null;
    }
}
