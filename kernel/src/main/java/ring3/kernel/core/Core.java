package ring3.kernel.core;

import module ring3.events;

import java.util.List;
import java.util.function.Function;
import ring3.kernel.boot.*;

/// The parts of the kernel, put together on a computer. They are what the global variables of the
/// original are: each part reaches the others through here.
public final class Core {
    public final Computer computer;
    public final CostModel costs;
    public final Trace trace;
    public final ProcTable procs;
    public final Scheduler scheduler;
    public final Ipc ipc = new Ipc(this);
    public final AsyncIpc async = new AsyncIpc(this);
    public final Clock clock = new Clock(this);
    public final Profile profile = new Profile();
    public final Interrupts interrupts = new Interrupts(this);
    public final SignalDelivery signals = new SignalDelivery(this);
    public final PageFaults pageFaults = new PageFaults(this);
    public final Grants grants = new Grants(this);
    public final Ports ports = new Ports(this);
    public final Copies copies = new Copies(this);
    public final Dma dma;
    public final Processor processor;
    public final Processes processes;
    public final BootInfo bootInfo;
    final Invariants invariants = new Invariants(this);
    final KernelCalls sys;

    /// All parts, none of them started.
    ///
    /// @param sys where the kernel calls of all processes go
    /// @param slots how many processes there can be
    public Core(
            Computer computer,
            int slots,
            List<BootModule> modules,
            List<String> parameters,
            CostModel costs,
            Loader loader,
            Observer observer,
            Function<Core, KernelCalls> sys) {
        this.computer = computer;
        this.costs = costs;
        trace = new Trace(this, observer);
        procs = new ProcTable(computer.memory(), slots);
        scheduler = new Scheduler(computer.clock());
        dma = new Dma(this);
        processor = new Processor(this);
        processes = new Processes(this, loader);
        bootInfo = new BootInfo(modules, parameters, computer.memory());
        this.sys = sys.apply(this);
    }
}
