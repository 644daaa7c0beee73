package ring3.kernel.core;

import java.util.List;
import ring3.events.Observer;
import ring3.hardware.Computer;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.CostModel;
import ring3.kernel.boot.Loader;

/// The parts of the kernel, put together on a computer.
public final class Core {
    public final Computer computer;
    public final CostModel costs;
    public final Trace trace;
    public final ProcTable procs;
    public final Scheduler scheduler;
    public final Ipc ipc;
    public final Clock clock;
    public final Interrupts interrupts;
    public final SignalDelivery signals;
    public final Grants grants;
    public final Ports ports;
    public final Copies copies;
    public final Processor processor;
    public final Processes processes;
    public final BootInfo bootInfo;

    /// All parts, none of them started.
    public Core(
            Computer computer,
            List<BootModule> modules,
            List<String> parameters,
            CostModel costs,
            Loader loader,
            Observer observer) {
        this.computer = computer;
        this.costs = costs;
        Frames frames = new Frames(computer.memory());
        trace = new Trace(computer.clock(), observer);
        procs = new ProcTable(frames);
        scheduler = new Scheduler(computer.clock());
        ipc = new Ipc(procs, scheduler, trace);
        clock = new Clock(procs, ipc, trace);
        interrupts = new Interrupts(computer.bus(), computer.pic(), procs, ipc, clock, trace);
        signals = new SignalDelivery(procs, scheduler, ipc, trace);
        grants = new Grants(procs, trace);
        ports = new Ports(computer.bus(), trace);
        copies = new Copies(computer.memory());
        processor = new Processor(this);
        processes = new Processes(this, loader);
        bootInfo = new BootInfo(modules, parameters, frames);
    }
}
