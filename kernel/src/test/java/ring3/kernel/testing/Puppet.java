package ring3.kernel.testing;

import java.util.function.Consumer;
import ring3.kernel.core.Core;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest;
import ring3.syslib.Program;
import ring3.syslib.Rts;
import ring3.syslib.Syslib;

/// A program that does what a test tells it, one job after the other. In between it is stopped, as
/// if by SYS_RUNCTL.
public final class Puppet implements Program {
    private final Core core;
    private Consumer<Syslib> job = _ -> {};
    private boolean idle;
    private Endpoint self = Endpoint.NONE;

    /// A program for a process of `core`.
    public Puppet(Core core) {
        this.core = core;
    }

    @Override
    public void run(Syslib sys) {
        self = sys.self();
        while (true) {
            idle = true;
            core.scheduler.block(core.procs.slot(self.slot()), Rts.PROC_STOP);
            sys.kernelCall(new KernelRequest.Times(Endpoint.SELF));
            job.accept(sys);
        }
    }

    /// Lets it do `task` when the machine runs next. It has done its last one.
    public void tell(Consumer<Syslib> task) {
        assert idle : "one job after the other";
        job = task;
        idle = false;
        core.scheduler.unblock(core.procs.slot(self.slot()), Rts.PROC_STOP);
    }

    /// Whether it has done all that it was told.
    public boolean isIdle() {
        return idle;
    }
}
