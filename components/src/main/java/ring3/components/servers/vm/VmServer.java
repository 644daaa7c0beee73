package ring3.components.servers.vm;

import ring3.components.lib.Sef;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;
import ring3.syslib.VmPagefault;

/// The virtual memory server. It waits for nobody but the kernel: whoever it waited for might need
/// memory first.
public final class VmServer implements Program {
    @Override
    public void run(Syslib sys) {
        Machine machine = new Machine(sys);
        PageTables tables = new PageTables(sys);
        PageFaults faults = new PageFaults(sys, machine.spaces, machine.frames, tables);
        Requests requests = new Requests(sys, machine, tables, faults);
        Sef sef = new Sef(sys, (_, _) -> Errno.OK.status());
        for (; ; ) {
            Received in = sef.receive();
            switch (in.message()) {
                case VmPagefault fault when in.fromKernel() -> faults.fault(in.source(), fault);
                case Notify notify -> heed(in.source(), notify, faults);
                default -> sys.reply(in.source(), requests.answer(in.source(), in.message()));
            }
        }
    }

    private static void heed(Endpoint source, Notify notify, PageFaults faults) {
        if (source.equals(Endpoint.SYSTEM) && notify.hasSignal(Signals.SIGKMEM)) {
            faults.heedKernelCalls();
        }
    }
}
