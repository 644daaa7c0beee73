package ring3.kernel;

import module ring3.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.kernel.boot.*;
import ring3.kernel.core.*;
import ring3.kernel.sys.Sys;

/// A computer with the microkernel on it, from power-on to the moment it stops. It runs on the
/// caller's thread if that is a [Hart], else on the one that such threads share, only while
/// [#run(long)] does, and always rests between two kernel entries.
///
/// A run is a function of the boot image, the parameters, the costs, the devices and the inputs;
/// how often it rests, and who looks at it then, changes nothing.
public final class Kernel {
    /// How many processes there can be (minix: NR_PROCS).
    private static final int SLOTS = 256;

    private final Core core;

    /// Boots the machine: all processes of the boot image exist, none has run.
    ///
    /// @param modules the boot image, in boot order
    /// @param parameters the boot parameters, `name=value`
    public Kernel(
            Computer computer,
            List<BootModule> modules,
            List<String> parameters,
            CostModel costs,
            Loader loader,
            Observer observer) {
        this(computer, SLOTS, modules, parameters, costs, loader, observer);
    }

    /// As the other, with a process table of another size.
    ///
    /// @param slots how many processes there can be, at most 30,000
    public Kernel(
            Computer computer,
            int slots,
            List<BootModule> modules,
            List<String> parameters,
            CostModel costs,
            Loader loader,
            Observer observer) {
        core = new Core(computer, slots, modules, parameters, costs, loader, observer, Sys::new);
        new Boot(core).start();
    }

    /// Runs until virtual time `untilNanos`, or until the observer wants to look, or the machine
    /// has stopped.
    public void run(long untilNanos) {
        Hart.on(() -> core.processor.run(untilNanos));
    }

    /// The number of the last event.
    public long event() {
        return core.trace.last();
    }

    /// Virtual time since power-on.
    public long nanos() {
        return core.trace.nanos();
    }

    /// The hash of all events so far.
    public long traceHash() {
        return core.trace.hash();
    }

    /// Whether the machine has stopped for good, in good order or by a panic.
    public boolean isStopped() {
        return core.processor.isStopped();
    }

    /// The status that whoever stopped the machine in good order gave.
    public int haltStatus() {
        return core.processor.haltStatus;
    }

    /// Why the kernel could not go on, or null.
    public @Nullable String panicReason() {
        return core.processor.panic;
    }

    /// An input: the processor raises an exception in a process, as if its program had a bug where
    /// it is now. Returns false when there is no such process.
    public boolean crash(Endpoint target) {
        Proc proc = living(target);
        if (proc != null) {
            SourceLine line = Processes.line(proc);
            core.processor.exception(proc, Signals.SIGSEGV, "crash on request", line);
        }
        return proc != null;
    }

    private @Nullable Proc living(Endpoint endpoint) {
        Proc proc = core.processor.isStopped() ? null : core.procs.find(endpoint);
        return proc == null || proc.isTask() ? null : proc;
    }

    /// An input: a signal is raised on a process. Returns false when there is no such process.
    public boolean signal(Endpoint target, int signal) {
        Proc proc = living(target);
        boolean known = signal > 0 && signal <= Signals.COUNT;
        return proc != null && known && core.signals.raise(proc, signal);
    }

    /// The endpoint of the first living process with that name, or null.
    public @Nullable Endpoint find(String name) {
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree() && proc.name.equals(name)) {
                return proc.endpoint;
            }
        }
        return null;
    }

    /// What the machine looks like now.
    public MachineSnapshot snapshot() {
        return new Snapshots(core).take();
    }
}
