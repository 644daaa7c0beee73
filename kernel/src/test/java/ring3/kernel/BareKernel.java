package ring3.kernel;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.events.Observer;
import ring3.events.ProcessKind;
import ring3.hardware.AddressSpace;
import ring3.hardware.Computer;
import ring3.hardware.CostModel;
import ring3.hardware.DiskTiming;
import ring3.kernel.boot.Executable;
import ring3.kernel.core.BootInfo;
import ring3.kernel.core.Core;
import ring3.kernel.core.Proc;
import ring3.kernel.core.Processes;
import ring3.kernel.sys.Sys;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Program;
import ring3.syslib.Rts;

/// A kernel with no boot image, open to a test that makes processes itself and looks into them.
public final class BareKernel {
    private static final int SLOTS = 256;
    private static final int QUEUE = 7;
    private static final int QUANTUM_MILLIS = 200;

    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Core core;
    private int nextFrame = BootInfo.KERNEL_BYTES / AddressSpace.PAGE_BYTES;

    /// A kernel, booted, on a computer with so much memory.
    public BareKernel(int memoryBytes, CostModel costs, Observer observer) {
        Computer computer = new Computer(memoryBytes, null, null, DiskTiming.DEFAULT);
        core =
                new Core(
                        computer,
                        SLOTS,
                        List.of(),
                        List.of(),
                        costs,
                        (image, _) -> load(image),
                        observer,
                        Sys::new);
        new Boot(core).start();
    }

    /// Its parts.
    @SuppressWarnings("exports")
    public Core core() {
        return core;
    }

    private Executable load(byte[] image) {
        Program program = programs.get(new String(image, StandardCharsets.ISO_8859_1));
        assert program != null : "only what was started here runs here";
        return new Executable(program, ProcessKind.SERVER, false);
    }

    /// A new process in a free slot, ready to run.
    ///
    /// @param rights what it may do; null for a user process
    /// @param memoryBytes its memory; 0 for one that needs none
    @SuppressWarnings("exports")
    public Proc start(
            int slot, String name, @Nullable Privilege rights, int memoryBytes, Program program) {
        Endpoint endpoint = Processes.nextEndpoint(core.procs.slot(slot));
        byte[] image = name.getBytes(StandardCharsets.ISO_8859_1);
        programs.put(name, program);
        Proc proc = core.processes.boot(slot, endpoint, Endpoint.NONE, name, Rts.NO_QUANTUM);
        if (rights != null) {
            core.processes.givePriv(proc, rights);
        }
        for (int done = 0; done < memoryBytes; done += AddressSpace.PAGE_BYTES) {
            proc.memory.map(AddressSpace.BASE + done, nextFrame++, true);
        }
        core.processes.exec(proc, image, AddressSpace.BASE, 0, name);
        core.processes.schedule(proc, QUEUE, QUANTUM_MILLIS);
        return proc;
    }
}
