package ring3.kernel;

import module ring3.events;

import ring3.kernel.boot.BootModule;
import ring3.kernel.core.*;

/// What happens between power-on and the first process: the kernel tasks and the processes of the
/// boot image get their slots, and only the reincarnation server may run (minix: kernel/main.c).
final class Boot {
    private static final int RS_PRIORITY = 4;
    private static final int RS_QUANTUM_MILLIS = 500;
    private static final String[] TASKS = {"asyncm", "idle", "clock", "system", "kernel"};

    private final Core core;

    Boot(Core core) {
        this.core = core;
    }

    void start() {
        for (int i = 0; i < TASKS.length; i++) {
            task(i - TASKS.length, TASKS[i]);
        }
        core.procs.userPriv().rights = Privilege.USER;
        core.procs.userPriv().ipcTo = Privilege.USER.ipcTo();
        for (int i = 0; i < core.bootInfo.modules.size(); i++) {
            if (core.bootInfo.modules.get(i).slot() != KernelInfo.NO_SLOT) {
                process(i);
            }
        }
        core.interrupts.start();
        core.clock.start(core.computer.bus());
    }

    /// A kernel task is no process: it has a place in the table so that messages can come from it.
    private void task(int slot, String name) {
        Endpoint endpoint = Endpoint.of(slot, 0);
        core.processes.becomeTask(
                core.processes.boot(slot, endpoint, Endpoint.NONE, name, Rts.PROC_STOP));
    }

    private void process(int index) {
        BootModule module = core.bootInfo.modules.get(index);
        Endpoint endpoint = Endpoint.of(module.slot(), 0);
        int waits = Rts.NO_PRIV | Rts.NO_QUANTUM;
        Proc proc =
                core.processes.boot(module.slot(), endpoint, Endpoint.NONE, module.name(), waits);
        if (module.slot() < Endpoint.INIT.slot()) {
            core.processes.givePriv(proc, Privilege.NONE);
        }
        if (!load(proc, index, module)) {
            core.processor.panic(proc, "the boot module " + module.name() + " cannot be loaded");
        }
        if (endpoint.equals(Endpoint.RS)) {
            startReincarnationServer(proc);
        }
    }

    /// Puts an executable and its arguments into the memory of a process, with memory to spare.
    private boolean load(Proc proc, int index, BootModule module) {
        byte[] image = module.image();
        byte[] frame = module.frame();
        int address = AddressSpace.BASE + image.length + 15 & -16;
        int bytes = address - AddressSpace.BASE + frame.length + module.memoryBytes();
        if (!core.bootInfo.map(index, proc.memory, bytes)) {
            return false;
        }
        proc.memory.write(AddressSpace.BASE, image, 0, image.length);
        proc.memory.write(address, frame, 0, frame.length);
        return core.processes.exec(proc, image, address, frame.length, module.name());
    }

    /// The one process that nobody has to set up: it sets up all others.
    private void startReincarnationServer(Proc proc) {
        core.processes.givePriv(proc, Privilege.ROOT);
        core.processes.schedule(proc, RS_PRIORITY, RS_QUANTUM_MILLIS);
        core.scheduler.unblock(proc, Rts.NO_PRIV);
    }
}
